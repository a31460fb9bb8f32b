# Signs your logged-in customer for <billing-portal>. Server only: the secret never goes to a browser.
#
# Django:
#   customer_id = request.user.stripe_customer_id  # from your own session, never from the request
#   hash = expiring_hash(settings.PORTICO_SECRET, "customer", customer_id)
#   return render(request, "billing.html", {"id": customer_id, "hash": hash})  # under @never_cache
# Flask: the same with current_user and app.config; set Cache-Control: no-store on the response.
import hashlib
import hmac
import sys
import time


def expiring_hash(secret, id_type, id, expires=None):
    """id_type: "customer" (id is cus_...) or "email". expires: Unix seconds, at most 24 hours ahead."""
    expires = int(time.time()) + 600 if expires is None else int(expires)
    return f"v1.{expires}.{_hmac(secret, f'v1.{id_type}.{expires}.', id)}"


def plain_hash(secret, id):
    """Good until the secret changes: only where the expiring one cannot be made."""
    if id.startswith(("v1.customer.", "v1.email.")):
        raise ValueError("This id cannot be signed without an expiry")
    return _hmac(secret, "", id)


def _hmac(secret, prefix, id):
    if not secret or not id:
        raise ValueError("Portico needs a secret and an id")
    return hmac.new(secret.encode("utf-8"), (prefix + id).encode("utf-8"), hashlib.sha256).hexdigest()


if __name__ == "__main__":
    secret, id_type, expires, id = sys.stdin.buffer.read().decode("utf-8").split("\n", 3)
    sys.stdout.write(expiring_hash(secret, id_type, id, expires) if expires else plain_hash(secret, id))
