package org.aigovernancehub.query.read;

import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call that reads; controllers take it as a parameter.
 *
 * @param caller who reads, and so whose rows
 * @param lenient whether {@code Prefer: handling=lenient} asked to be served at once, however far behind
 * @param path without query and trailing slash
 * @param query the raw query; null for none
 * @param accept the media types that the client takes, best first; empty takes any
 */
public record ReadCall(
        Caller caller,
        boolean lenient,
        String path,
        @Nullable String query,
        List<String> accept) {
    public ReadCall {
        accept = List.copyOf(accept);
    }

    /** Returns the same call, to be served at once, however far behind the read models are. */
    public ReadCall leniently() {
        return new ReadCall(caller, true, path, query, accept);
    }

    /** Returns the caller's organisation; null for platform staff, which sees all. */
    public @Nullable Long tenant() {
        return caller.tenant();
    }

    /**
     * Returns the organisation whose rows to read: the caller's own, or, for platform staff, the one asked for.
     *
     * @param requested the filter {@code organization_id}; null where there was none
     * @return null for every organisation
     * @throws ProblemException {@code not-found} if it is another organisation than the caller's
     */
    public @Nullable Long tenant(@Nullable Long requested) {
        var own = tenant();
        if (own == null) {
            return requested;
        }
        if (requested != null && !requested.equals(own)) {
            throw ProblemException.notFound(new OrganizationId(requested));
        }
        return own;
    }
}
