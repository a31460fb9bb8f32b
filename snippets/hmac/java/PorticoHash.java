import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs your logged-in customer for billing-portal. Server only: the secret never goes to a browser. Java 17+.
 * Spring: String id = user.getStripeCustomerId(); // from your own session, never a request parameter
 *   model.addAttribute("hash", PorticoHash.expiring(secret, "customer", id, Instant.now().getEpochSecond() + 600));
 *   response.setHeader("Cache-Control", "no-store");
 */
public class PorticoHash {
    /** type: "customer" (id is cus_...) or "email". expires: Unix seconds, at most 24 hours ahead. */
    public static String expiring(String secret, String type, String id, long expires) throws GeneralSecurityException {
        return "v1." + expires + "." + hmac(secret, "v1." + type + "." + expires + ".", id);
    }
    /** Good until the secret changes: only where the expiring one cannot be made. */
    public static String plain(String secret, String id) throws GeneralSecurityException {
        if (id.startsWith("v1.customer.") || id.startsWith("v1.email.")) throw new IllegalArgumentException("This id cannot be signed without an expiry");
        return hmac(secret, "", id);
    }
    private static String hmac(String secret, String prefix, String id) throws GeneralSecurityException {
        if (secret.isEmpty() || id.isEmpty()) throw new IllegalArgumentException("Portico needs a secret and an id");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((prefix + id).getBytes(UTF_8)));
    }
    public static void main(String[] args) throws Exception {
        String[] in = new String(System.in.readAllBytes(), UTF_8).split("\n", 4);
        System.out.print(in[2].isEmpty() ? plain(in[0], in[3]) : expiring(in[0], in[1], in[3], Long.parseLong(in[2])));
    }
}
