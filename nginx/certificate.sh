#!/bin/sh
# Without a certificate nginx would not start: makes one for localhost that nobody trusts, until there is a real one.
set -eu
certificate=${TLS_CERTIFICATE:-/etc/nginx/tls/tls.crt} key=${TLS_KEY:-/etc/nginx/tls/tls.key}
if [ -e "$certificate" ] && [ -e "$key" ]; then
  exit 0
fi
if [ -e "$certificate" ] || [ -e "$key" ]; then
  echo "There is a certificate without a key, or a key without a certificate: $certificate, $key" >&2
  exit 1
fi
umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 397 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$key" -out "$certificate" 2>/dev/null
echo "Made a certificate for localhost that nobody trusts: put your own at $certificate and $key"
