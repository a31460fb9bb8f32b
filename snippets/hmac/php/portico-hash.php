<?php
// Signs your logged-in customer for <billing-portal>. Server only: the secret never goes to a browser.
//
// Laravel:
//   $id = $request->user()->stripe_id; // from your own session, never from the request's input
//   $hash = portico_expiring_hash(config('services.portico.secret'), 'customer', $id);
//   return response()->view('billing', compact('id', 'hash'))->header('Cache-Control', 'no-store');
// Plain PHP: the same with $_SESSION, getenv('PORTICO_SECRET') and header('Cache-Control: no-store').

/** $type: 'customer' ($id is cus_…) or 'email'. $expires: Unix seconds, at most 24 hours ahead. */
function portico_expiring_hash(string $secret, string $type, string $id, ?int $expires = null): string
{
    $expires ??= time() + 600;
    return "v1.$expires." . portico_hmac($secret, "v1.$type.$expires.", $id);
}

/** Good until the secret changes: only where the expiring one cannot be made. */
function portico_plain_hash(string $secret, string $id): string
{
    if (preg_match('/^v1\.(customer|email)\./', $id)) throw new InvalidArgumentException('This id cannot be signed without an expiry');
    return portico_hmac($secret, '', $id);
}

function portico_hmac(string $secret, string $prefix, string $id): string
{
    if ($secret === '' || $id === '') throw new InvalidArgumentException('Portico needs a secret and an id');
    return hash_hmac('sha256', $prefix . $id, $secret);
}

if (PHP_SAPI === 'cli' && realpath($_SERVER['argv'][0]) === __FILE__) {
    [$secret, $type, $expires, $id] = explode("\n", stream_get_contents(STDIN), 4);
    echo $expires === '' ? portico_plain_hash($secret, $id) : portico_expiring_hash($secret, $type, $id, (int) $expires);
}
