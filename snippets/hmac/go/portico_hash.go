package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// ExpiringHash signs your logged-in customer for <billing-portal>, on the server only. idType is
// "customer" (id is cus_…) or "email"; expires is Unix seconds, at most 24 hours ahead. In net/http:
//
//	hash, err := ExpiringHash(secret, "customer", user.StripeCustomerID, time.Now().Unix()+600)
//	w.Header().Set("Cache-Control", "no-store") // and user is from your own session, never the request
func ExpiringHash(secret, idType, id string, expires int64) (string, error) {
	mac, err := sign(secret, fmt.Sprintf("v1.%s.%d.", idType, expires), id)
	return fmt.Sprintf("v1.%d.%s", expires, mac), err
}

// PlainHash is good until the secret changes: only where the expiring one cannot be made.
func PlainHash(secret, id string) (string, error) { return sign(secret, "", id) }

func sign(secret, prefix, id string) (string, error) {
	if secret == "" || id == "" {
		return "", errors.New("portico needs a secret and an id")
	} else if prefix == "" && (strings.HasPrefix(id, "v1.customer.") || strings.HasPrefix(id, "v1.email.")) {
		return "", errors.New("this id cannot be signed without an expiry")
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(prefix + id))
	return hex.EncodeToString(mac.Sum(nil)), nil
}
