package org.aigovernancehub.api.policy;

/** A policy that was evaluated, at the version that it then had. */
public record PolicyCheck(PolicyId policyId, long policyVersion, Verdict verdict) {}
