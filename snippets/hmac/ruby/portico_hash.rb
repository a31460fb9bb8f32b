# Signs your logged-in customer for <billing-portal>. Server only: the secret never goes to a browser.
#
# Rails:
#   @id = current_user.stripe_customer_id # from your own session, never from params
#   @hash = PorticoHash.expiring(ENV.fetch("PORTICO_SECRET"), "customer", @id)
#   response.headers["Cache-Control"] = "no-store"
require "openssl"

module PorticoHash
  # type: "customer" (id is cus_...) or "email". expires: Unix seconds, at most 24 hours ahead.
  def self.expiring(secret, type, id, expires = Time.now.to_i + 600)
    "v1.#{expires}.#{hmac(secret, "v1.#{type}.#{expires}.", id)}"
  end

  # Good until the secret changes: only where the expiring one cannot be made.
  def self.plain(secret, id)
    raise ArgumentError, "This id cannot be signed without an expiry" if id.to_s.start_with?("v1.customer.", "v1.email.")
    hmac(secret, "", id)
  end

  def self.hmac(secret, prefix, id)
    raise ArgumentError, "Portico needs a secret and an id" if secret.to_s.empty? || id.to_s.empty?
    OpenSSL::HMAC.hexdigest("SHA256", secret, prefix + id)
  end
  private_class_method :hmac
end

if $PROGRAM_NAME == __FILE__
  secret, type, expires, id = $stdin.binmode.read.force_encoding("UTF-8").split("\n", 4)
  print expires.empty? ? PorticoHash.plain(secret, id) : PorticoHash.expiring(secret, type, id, expires)
end
