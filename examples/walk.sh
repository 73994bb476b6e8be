#!/usr/bin/env bash
# The way of a high-risk model from its registration to its approval, refusals included, against a running hub.
#
#   HUB_URL              where the hub is; http://localhost:8000 if unset
#   ADMIN_PASSWORD_FILE  a file with the password of the user admin; data/admin-password if unset
#
# Needs bash and curl. Each run makes an organisation of its own, so it can be run any number of times. It stops at the first answer
# that is not what it should be, and says which.
set -euo pipefail

HUB_URL=${HUB_URL:-http://localhost:8000}
ADMIN_PASSWORD_FILE=${ADMIN_PASSWORD_FILE:-data/admin-password}
RUN=$(date +%s)-$$

API=${HUB_URL%/}/api/v1
ANSWER=
NUMBER=0

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

step() {
  NUMBER=$((NUMBER + 1))
  printf '%2d  %s\n' "$NUMBER" "$1"
}

# call STATUS METHOD PATH TOKEN [BODY [HEADER]]: sends JSON, keeps the body of the answer in ANSWER, and stops unless it has the status.
# Secrets go through files and standard input, never through arguments, which every user of a machine can read.
call() {
  local expected=$1 method=$2 path=$3 token=$4 body=${5-} header=${6-} got
  local arguments=(-sS -X "$method" -w '\n%{http_code}')
  if [ -n "$header" ]; then
    arguments+=(-H "$header")
  fi
  if [ -n "$body" ]; then
    arguments+=(-H 'Content-Type: application/json' --data-binary @-)
  fi
  got=$(printf '%s' "$body" | curl -H @<(printf 'Authorization: Bearer %s\n' "$token") "${arguments[@]}" "$API$path") ||
    fail "$method $path: the hub does not answer at $HUB_URL"
  ANSWER=${got%$'\n'*}
  got=${got##*$'\n'}
  [ "$got" = "$expected" ] || fail "$method $path answered $got instead of $expected: $ANSWER"
}

# sign_in USER, with the password on standard input: prints an access token.
sign_in() {
  local got token
  got=$(curl -sS --data-urlencode "username=$1" --data-urlencode password@- "$API/auth/token") ||
    fail "the hub does not answer at $HUB_URL"
  token=$(printf '%s' "$got" | field access_token)
  [ -n "$token" ] || fail "$1 could not sign in: $got"
  printf '%s' "$token"
}

# field NAME: prints the value of a member that is a number, or a text without quotes in it. The hub writes JSON without blanks.
field() {
  sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"
}

# contains TEXT WHAT: stops unless the last answer has the text in it.
contains() {
  case $ANSWER in
    *"$1"*) ;;
    *) fail "$2: no $1 in $ANSWER" ;;
  esac
}

[ -r "$ADMIN_PASSWORD_FILE" ] || fail "there is no file $ADMIN_PASSWORD_FILE; set ADMIN_PASSWORD_FILE"

ADMIN=$(tr -d '\n' <"$ADMIN_PASSWORD_FILE" | sign_in admin)
step "admin has signed in"

call 201 POST /organizations "$ADMIN" "{\"name\":\"Walk $RUN\"}"
ORGANIZATION=$(printf '%s' "$ANSWER" | field id)
step "made organisation $ORGANIZATION"

PASSWORD=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')
call 201 POST /users "$ADMIN" "{\"username\":\"owner-$RUN\",\"email\":\"owner@example.org\",\"password\":\"$PASSWORD\",
  \"role\":\"model_owner\",\"organization_id\":$ORGANIZATION}"
call 201 POST /users "$ADMIN" "{\"username\":\"officer-$RUN\",\"email\":\"officer@example.org\",\"password\":\"$PASSWORD\",
  \"role\":\"compliance_officer\",\"organization_id\":$ORGANIZATION}"
OWNER=$(printf '%s' "$PASSWORD" | sign_in "owner-$RUN")
OFFICER=$(printf '%s' "$PASSWORD" | sign_in "officer-$RUN")
step "a model owner and a compliance officer have signed in"

call 201 POST /policies "$OFFICER" '{"name":"Evaluate first","scope":"organization","condition_type":"require_evaluation_before_approval"}'
call 201 POST /policies "$OFFICER" '{"name":"Four eyes","scope":"organization","condition_type":"require_review_for_high_risk"}'
step "the officer has made two policies, which bind from now on"

MODEL_BODY='{"name":"Credit scoring","owner":"Risk team","risk_level":"high","intended_purpose":"Scores loan applications"}'
call 201 POST /models "$OWNER" "$MODEL_BODY" "Idempotency-Key: walk-$RUN"
MODEL=$(printf '%s' "$ANSWER" | field id)
call 201 POST /models "$OWNER" "$MODEL_BODY" "Idempotency-Key: walk-$RUN"
[ "$(printf '%s' "$ANSWER" | field id)" = "$MODEL" ] || fail "the repeated registration made a second model"
step "the owner has registered model $MODEL; sending it again under the same key made no second one"

call 409 POST /models "$OWNER" "$MODEL_BODY"
contains "\"id\":$MODEL" "the answer to a taken name tells who has it"
step "without the key, its name is taken"

APPROVAL='{"status":"approved","approval_notes":"AUC above 0.8, reviewed, residual risk accepted"}'
call 403 PATCH "/models/$MODEL/compliance-status" "$OWNER" "$APPROVAL"
contains '"/problems/forbidden"' "the role of an owner does not approve"
step "the owner may not approve it: that takes the role of an officer"

call 403 PATCH "/models/$MODEL/compliance-status" "$OFFICER" "$APPROVAL"
contains '"/problems/policy-violation"' "the policies block"
contains '"policy_name":"Evaluate first"' "the refusal names each policy that fails"
contains '"policy_name":"Four eyes"' "the refusal names each policy that fails"
step "both policies block the officer's approval"

call 201 POST /versions "$OWNER" "{\"model_id\":$MODEL,\"version_tag\":\"1.0.0\"}"
VERSION=$(printf '%s' "$ANSWER" | field id)
call 201 POST "/versions/$VERSION/metrics" "$OWNER" '[{"metric_name":"auc","value":0.87},{"metric_name":"accuracy","value":0.81}]'
step "the owner has registered version $VERSION and recorded two metrics of it"

call 200 PATCH "/models/$MODEL/compliance-status" "$OWNER" '{"status":"under_review","reason":"Ready for review"}'
step "the owner has submitted it for review"

call 200 GET "/models/$MODEL/transitions?to=approved" "$OFFICER"
contains '"allowed":false' "one policy still stands in the way"
call 201 POST "/models/$MODEL/reviews" "$OFFICER" '{"outcome":"endorsed","notes":"Bias report read; the threshold is justified"}'
call 200 GET "/models/$MODEL/transitions?to=approved" "$OFFICER"
contains '"permitted":true' "nothing stands in the way any more"
step "the officer has endorsed it"

call 200 PATCH "/models/$MODEL/compliance-status" "$OFFICER" "$APPROVAL"
contains '"compliance_status":"approved"' "the approval is answered with the approved model"
call 200 GET "/models/$MODEL" "$OWNER"
contains '"compliance_status":"approved"' "a read right after it shows it"
step "the officer has approved it, and a read right after shows it"

call 200 GET "/policies/violations?model_id=$MODEL" "$OWNER"
contains '"policy_name":"Evaluate first"' "the refused attempt is among the violations"
contains '"policy_name":"Four eyes"' "the refused attempt is among the violations"
step "both objections are among the violations"

call 200 GET "/audit-logs?entity_type=Model&entity_id=$MODEL" "$OWNER"
for action in MODEL_REGISTERED COMPLIANCE_STATUS_CHANGE_BLOCKED VERSION_REGISTERED METRICS_RECORDED REVIEW_RECORDED COMPLIANCE_STATUS_CHANGED; do
  contains "\"action\":\"$action\"" "the audit trail is whole"
done
step "the audit trail has all of it, newest first:"
printf '%s' "$ANSWER" | grep -o '"id":[0-9]*,"entity_type":"Model",[^{]*"action":"[A-Z_]*","actor":"[^"]*"' |
  sed 's/"id":\([0-9]*\).*"action":"\([A-Z_]*\)","actor":"\([^"]*\)"/      #\1  \2 by \3/'

printf 'Model %s went all the way.\n' "$MODEL"
