// Made by `npm run api` from openapi.json; not to be changed by hand.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers here, and in which version */
        get: operations["welcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers here, and in which version */
        get: operations["apiWelcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit trail
         * @description Every event that the caller may see: the newest first, or, with after, the oldest first from there on. To poll, pass the id of the last entry that you have as after. Ids are positions: they count the events of all organisations, so that a tenant sees gaps.
         */
        get: operations["auditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-logs/histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the entries of the audit trail over time
         * @description Of those that a list with the same filters has. At most 366 buckets, in UTC, weeks from Monday; without bucket it is the shortest that gives some hundred. Without from or to it reaches from the first entry to the last. Of very many entries only the newest 100,000 are counted, and complete is false.
         */
        get: operations["auditHistogram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the caller is, and what its role allows */
        get: operations["authMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register oneself as an auditor
         * @description Off unless an organisation is configured for it.
         */
        post: operations["authRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Answers a bearer token that is good for 30 minutes.
         */
        post: operations["authToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models by risk and state, violations and approvals, today and over time
         * @description From counters that are kept as events come; days are UTC's.
         */
        get: operations["dashboardStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List datasets
         * @description The newest first.
         */
        get: operations["datasetList"];
        put?: never;
        /** Register a dataset */
        post: operations["datasetRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a dataset */
        get: operations["datasetRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a dataset */
        patch: operations["datasetChange"];
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models that use a dataset
         * @description Links, by id, with what the model is now.
         */
        get: operations["datasetModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the audit trail
         * @description Server-sent events: id is the position, event the action, data the audit entry. Only what the caller may see. A comment comes at least every 15 seconds. The stream ends when the caller's credentials do.
         */
        get: operations["eventStreamFollow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the hub is; always 200 */
        get: operations["apiHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Needs the token of platform staff. In the text format, or as OpenMetrics if Accept names it.
         */
        get: operations["metricsScrape"];
        put?: never;
        /** Record one metric of a version */
        post: operations["versionRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List models
         * @description By id, unless sort says otherwise.
         */
        get: operations["modelList"];
        put?: never;
        /** Register a model */
        post: operations["modelRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a model */
        get: operations["modelRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what a model is called, whose it is and what data it touches */
        patch: operations["modelChange"];
        trace?: never;
    };
    "/api/v1/models/{model_id}/compliance-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move a model through its compliance lifecycle
         * @description Every policy that applies is evaluated. A refusal is recorded and lists every failing policy.
         */
        patch: operations["modelChangeStatus"];
        trace?: never;
    };
    "/api/v1/models/{model_id}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the datasets that a model uses
         * @description Links, by id.
         */
        get: operations["modelDatasets"];
        put?: never;
        /** Link a dataset to a model */
        post: operations["modelLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which model this one came from */
        post: operations["modelDepend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a model comes from, and what came from it
         * @description Its datasets, and all dependencies within the depth, towards parents and towards children.
         */
        get: operations["modelLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the metrics of all of a model's versions
         * @description By id, in the order in which they were recorded.
         */
        get: operations["modelMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a model's reviews
         * @description By id.
         */
        get: operations["modelReviews"];
        put?: never;
        /**
         * Record a review
         * @description Only while the model is under_review.
         */
        post: operations["modelReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/risk-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a model's risk profile
         * @description A rise in risk sends an approved model back to under_review.
         */
        patch: operations["modelChangeRisk"];
        trace?: never;
    };
    "/api/v1/models/{model_id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the way of each state
         * @description Exactly the evaluation that enforcement uses; writes nothing.
         */
        get: operations["modelTransitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a model's versions
         * @description By id.
         */
        get: operations["modelVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count models by what they can be filtered by
         * @description For each facet, how many models have each value, with all other filters applied.
         */
        get: operations["modelFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that could not be applied
         * @description By position, and with those that wait behind them in the same stream.
         */
        get: operations["operationsDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{position}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parked event up
         * @description The entity stays marked as damaged until a rebuild: its row misses this event.
         */
        post: operations["operationsDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{position}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a parked event, and those behind it, again */
        post: operations["operationsRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/processors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projections with their lag
         * @description Those that answer reads first, then those of a generation that is being built, with its progress. Answered at once, also while they are behind.
         */
        get: operations["operationsProcessors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild all read models
         * @description A new generation is built beside the live one, which serves reads until it is replaced.
         */
        post: operations["operationsRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organisations
         * @description By name. Who belongs to one sees that one.
         */
        get: operations["organizationList"];
        put?: never;
        /**
         * Create an organisation
         * @description Platform administrators only.
         */
        post: operations["organizationCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an organisation */
        get: operations["organizationRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an organisation
         * @description Its own administrators may rename and describe it; only platform administrators may activate and deactivate.
         */
        patch: operations["organizationChange"];
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List policies
         * @description Those of the caller's organisation and the global ones; the newest first.
         */
        get: operations["policyList"];
        put?: never;
        /**
         * Create a policy
         * @description It binds from the moment this is answered, on every hub.
         */
        post: operations["policyCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a policy */
        get: operations["policyRead"];
        put?: never;
        post?: never;
        /**
         * Deactivate a policy
         * @description Policies are never deleted; the trail names them.
         */
        delete: operations["policyDeactivate"];
        options?: never;
        head?: never;
        /** Change, activate or deactivate a policy */
        patch: operations["policyChange"];
        trace?: never;
    };
    "/api/v1/policies/{policy_id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which models a policy would block
         * @description Evaluates the policy, active or not, for every model that it covers, as if somebody asked now to approve it. The evaluation is the one that enforcement uses; nothing is written. Pages go by the models that were looked at, so that one may show none.
         */
        get: operations["policyImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List violations
         * @description What policies have objected to, the newest first. JSON comes in pages of 100 unless limit says otherwise; CSV and NDJSON come whole without limit.
         */
        get: operations["policyViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/models/{model_id}/compliance-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a model's compliance report
         * @description At the position at, or the highest one. The same model at the same position gives the same bytes. Each download is recorded with their digest; a HEAD is not.
         */
        get: operations["reportRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one's session again, for the CSRF token after a reload */
        get: operations["sessionRead"];
        put?: never;
        /** Sign a browser in */
        post: operations["sessionOpen"];
        /** Sign a browser out */
        delete: operations["sessionClose"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API tokens
         * @description One's own; administrators see those of their organisation. Not those that were revoked, nor those that expired more than 30 days ago.
         */
        get: operations["tokenList"];
        put?: never;
        /**
         * Create an API token
         * @description The answer's token member is shown this once.
         */
        post: operations["tokenCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description It stops working at once. One that has expired is not found.
         */
        delete: operations["tokenRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["userList"];
        put?: never;
        /** Create a user */
        post: operations["userCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user */
        get: operations["userRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user's role, organisation or activity
         * @description Takes effect at the user's next request.
         */
        patch: operations["userChange"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a password
         * @description Users send current_password and password for themselves, administrators only password for others. Sessions and tokens from sign-ins before stop working.
         */
        post: operations["userChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who can be met here
         * @description The people of the caller's organisation and platform staff, by id; for every role. Platform staff sees everybody.
         */
        get: operations["userPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a version of a model */
        post: operations["versionRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version
         * @description Its ETag is that of the model that it belongs to.
         */
        get: operations["versionRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{version_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a version's metrics
         * @description By id, in the order in which they were recorded.
         */
        get: operations["versionMetrics"];
        put?: never;
        /** Record metrics of a version, all or none */
        post: operations["versionRecordAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List saved views
         * @description One's own and those that the organisation shares, by id.
         */
        get: operations["savedViewList"];
        put?: never;
        /** Save a view */
        post: operations["savedViewCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a saved view */
        get: operations["savedViewRead"];
        put?: never;
        post?: never;
        /** Delete a saved view */
        delete: operations["savedViewDelete"];
        options?: never;
        head?: never;
        /**
         * Rename, share or change a saved view
         * @description Its maker may, and of a shared one the organisation's compliance officers and administrators.
         */
        patch: operations["savedViewChange"];
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the hub is; always 200 */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every type of problem */
        get: operations["problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a type of problem means, and what to do */
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A bearer token. */
        AccessToken: {
            /** @description The token, for the header Authorization. */
            access_token: string;
            /**
             * Format: int64
             * @description For how many seconds the token is good.
             */
            expires_in: number;
            /** @description Always bearer. */
            token_type: string;
        };
        /** @description Says which model this one came from. */
        AddDependency: {
            /**
             * Format: int64
             * @description The version that came from the other model; null for none in particular.
             */
            child_version_id?: number | null;
            /**
             * @description How the model came from the other one.
             * @default derived_from
             */
            dependency_type?: components["schemas"]["DependencyType"];
            /** @description Remarks. */
            notes?: string | null;
            /**
             * Format: int64
             * @description The model from which the other one came.
             */
            parent_model_id: number;
            /**
             * Format: int64
             * @description The version from which the other model came; null for none in particular.
             */
            parent_version_id?: number | null;
        };
        /** @description An API token, without its secret. */
        ApiToken: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working.
             */
            expires_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What it is called. */
            name: string;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /**
             * Format: int64
             * @description The user.
             */
            user_id: number;
        };
        /** @description One event of the audit trail. */
        AuditEntry: {
            /** @description The event's name in upper snake case. */
            action: string;
            /** @description The user name of who did it; system for what the hub does by itself. */
            actor: string;
            /**
             * Format: int64
             * @description The id of who did it; null for the system.
             */
            actor_id: number | null;
            /** @description Ties what a call caused together, and to the log. */
            correlation_id: string | null;
            /** @description true where a demonstration made it up. */
            demo?: boolean;
            /** @description The event as it was recorded. */
            details: Record<string, unknown>;
            /** @description The id of what it happened to, as text. */
            entity_id: string;
            /** @description What that was called after the event; null for what has no name. */
            entity_name: string | null;
            /** @description The kind of what it happened to. */
            entity_type: string;
            /**
             * Format: int64
             * @description The event's position in the order of all; gaps are events of other organisations.
             */
            id: number;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
        };
        /** @description How many entries of the audit trail each time has. */
        AuditHistogram: {
            /** @description How long a bucket is. */
            bucket: components["schemas"]["AuditHistogramBucket"];
            /** @description Every bucket from the first to the last, zero included. */
            buckets: components["schemas"]["AuditHistogramBar"][];
            /** @description Whether all entries were counted; else older ones were left out. */
            complete: boolean;
            /**
             * Format: int64
             * @description How many entries were counted.
             */
            total: number;
        };
        /** @description How many entries a time has. */
        AuditHistogramBar: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: date-time
             * @description When it begins, in UTC.
             */
            start: string;
        };
        /**
         * @description How long a bucket of a histogram is.
         * @enum {string}
         */
        AuditHistogramBucket: "hour" | "day" | "week" | "month";
        /** @description Asks for a move through the lifecycle. */
        ChangeComplianceStatus: {
            /** @description Why the model was approved; needed to approve. */
            approval_notes?: string | null;
            /** @description Why, in a sentence. */
            reason?: string | null;
            /** @description The state. */
            status: components["schemas"]["ComplianceStatus"];
        };
        /** @description A merge patch. */
        ChangeDataset: {
            /** @description How confidential the data are. */
            data_classification?: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity?: components["schemas"]["DataSensitivity"];
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Where the data are. */
            location?: string | null;
            /** @description What it is called. */
            name?: string;
            /**
             * Format: int64
             * @description How many records there are.
             */
            record_count?: number | null;
            /** @description Where the data come from. */
            source_system?: string | null;
        };
        /** @description A merge patch. */
        ChangeModel: {
            /** @description How confidential the data are. */
            data_classification?: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity?: components["schemas"]["DataSensitivity"];
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Whose law applies. */
            jurisdiction?: string | null;
            /** @description What it is called. */
            name?: string;
            /** @description Who answers for the model. */
            owner?: string;
            /** @description The sector in which the model is used. */
            sector?: string | null;
        };
        /** @description A merge patch. */
        ChangeOrganization: {
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Whether it is in use. */
            is_active?: boolean;
            /** @description What it is called. */
            name?: string;
        };
        /** @description A new password. */
        ChangePassword: {
            /** @description The password so far; needed to change one's own. */
            current_password?: string | null;
            /** @description A password, of 8 to 128 characters. */
            password: string;
        };
        /** @description A merge patch. */
        ChangePolicy: {
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Whether it is in use. */
            is_active?: boolean;
            /** @description Whether the policy blocks or only warns. */
            mode?: components["schemas"]["PolicyMode"];
            /** @description What it is called. */
            name?: string;
        };
        /** @description A merge patch. */
        ChangeRiskProfile: {
            /** @description Where the data come from. */
            data_sources?: string | null;
            /** @description The field in which the model is used. */
            domain?: string | null;
            /** @description What the model is for. */
            intended_purpose?: string | null;
            /** @description How people watch over the model. */
            oversight_plan?: string | null;
            /** @description What the model may do to people. */
            potential_harm?: string | null;
            /** @description The risk class. */
            risk_level?: components["schemas"]["RiskLevel"];
        };
        /** @description A merge patch. */
        ChangeSavedView: {
            /** @description What it is called. */
            name?: string;
            /** @description What follows the question mark in the page's address. */
            query?: string;
            /** @description Whether everybody of the organisation may open it. */
            shared?: boolean;
        };
        /** @description A merge patch. */
        ChangeUser: {
            /** @description Whether it is in use. */
            is_active?: boolean;
            /**
             * Format: int64
             * @description Moves the user to another organisation; platform administrators only.
             */
            organization_id?: number;
            /** @description What the user may do. */
            role?: components["schemas"]["Role"];
        };
        /** @description All that the register knows of a model at one position; the PDF prints the same. */
        ComplianceReport: {
            /** @description Who approved the model; null unless it is approved. */
            approved_by: components["schemas"]["ReportActor"] | null;
            /**
             * Format: date-time
             * @description When the event at the position was recorded.
             */
            as_of: string;
            /** @description Models that came from this one. */
            children: components["schemas"]["ReportRelative"][];
            /** @description The datasets that the model uses. */
            datasets: components["schemas"]["ReportDatasetUse"][];
            /** @description Changes of state and attempts at one, oldest first. */
            decisions: components["schemas"]["ReportDecision"][];
            /** @description What the report is, and what it is not, in sentences. */
            declaration: string[];
            /** @description What policies would judge, if the model were to be approved. */
            facts: components["schemas"]["Facts"];
            /**
             * Format: int32
             * @description Of this shape.
             */
            format_version: number;
            /**
             * Format: int64
             * @description The last event of the model's own up to the position.
             */
            last_model_position: number;
            /** @description What is not there, by name. */
            missing: components["schemas"]["ReportMissingField"][];
            /** @description The model. */
            model: components["schemas"]["ModelState"];
            /** @description What stands between the model and each state. */
            moves: components["schemas"]["ReportMove"][];
            /** @description Whose model it is. */
            organization: components["schemas"]["ReportOrganization"];
            /** @description Models that this one came from. */
            parents: components["schemas"]["ReportRelative"][];
            /** @description The policies that apply, with their verdict. */
            policies: components["schemas"]["ReportPolicy"][];
            /**
             * Format: int64
             * @description The event number that the report stands at.
             */
            position: number;
            /** @description Who registered the model. */
            registered_by: components["schemas"]["ReportActor"];
            /** @description The reviews, oldest first. */
            reviews: components["schemas"]["ReportReview"][];
            /** @description Each change of the risk class, the registration first. */
            risk_history: components["schemas"]["ReportRiskChange"][];
            /** @description Who last moved the model to under_review. */
            submitted_by: components["schemas"]["ReportActor"] | null;
            /** @description Every event of the model, oldest first. */
            trail: components["schemas"]["ReportTrailEntry"][];
            /** @description The versions, oldest first. */
            versions: components["schemas"]["ReportVersion"][];
            /** @description The findings that were recorded, oldest first. */
            violations: components["schemas"]["ReportViolation"][];
        };
        /**
         * @description Where a model is in its lifecycle: draft to under_review or approved, under_review to approved or back, approved to under_review, any to retired, which is final.
         * @enum {string}
         */
        ComplianceStatus: "draft" | "under_review" | "approved" | "retired";
        /** @description How many models there are in a state. */
        ComplianceStatusFacet: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What to filter by. */
            value: components["schemas"]["ComplianceStatus"];
        };
        /**
         * @description What a policy blocks. require_evaluation_before_approval: approving a model none of whose versions has a metric. block_high_risk_without_approval: approving a high or unacceptable model that is not under review. require_review_for_high_risk: approving such a model without an endorsing review by somebody other than who registered or submitted it. prohibit_unacceptable_risk: approving an unacceptable model at all.
         * @enum {string}
         */
        ConditionType: "require_evaluation_before_approval" | "block_high_risk_without_approval" | "require_review_for_high_risk" | "prohibit_unacceptable_risk";
        /** @description A new API token. */
        CreateApiToken: {
            /**
             * Format: date-time
             * @description When it stops working, at most 366 days ahead; 90 days ahead where it is absent.
             */
            expires_at?: string | null;
            /** @description What it is called. */
            name: string;
            /** @description At most one's own; one's own where it is absent. */
            role?: components["schemas"]["Role"];
        };
        /** @description An API token with its secret, which is shown this once. */
        CreatedApiToken: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working.
             */
            expires_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What it is called. */
            name: string;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description The secret; shown this once. */
            token: string;
            /**
             * Format: int64
             * @description The user.
             */
            user_id: number;
        };
        /** @description A new organisation. */
        CreateOrganization: {
            /** @description What it is, in words. */
            description?: string | null;
            /**
             * @description Whether it is in use.
             * @default true
             */
            is_active?: boolean;
            /** @description What it is called. */
            name: string;
        };
        /** @description A new policy. */
        CreatePolicy: {
            /** @description What the policy blocks. */
            condition_type: components["schemas"]["ConditionType"];
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Of scope environment: the one that is covered; every one of the organisation where it is absent. */
            environment?: components["schemas"]["Environment"] | null;
            /**
             * @description Whether it is in use.
             * @default true
             */
            is_active?: boolean;
            /**
             * @description Whether the policy blocks or only warns.
             * @default enforce
             */
            mode?: components["schemas"]["PolicyMode"];
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description Of the scopes organization and environment: whose; the caller's where it is absent. Platform staff has to say.
             */
            organization_id?: number | null;
            /** @description Parameters of the condition; these conditions take none. */
            parameters?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Which models the policy covers.
             * @default global
             */
            scope?: components["schemas"]["PolicyScope"];
        };
        /** @description A new saved view. */
        CreateSavedView: {
            /** @description What it is called. */
            name: string;
            /** @description The list that the view is of. */
            page: components["schemas"]["SavedViewPage"];
            /** @description What follows the question mark in the page's address. */
            query: string;
            /**
             * @description Whether everybody of the organisation may open it.
             * @default false
             */
            shared?: boolean;
        };
        /** @description A new user. */
        CreateUser: {
            /** @description An e-mail address. */
            email: string;
            /**
             * Format: int64
             * @description Of platform administrators' choice; the caller's own for everybody else.
             */
            organization_id?: number | null;
            /** @description A password, of 8 to 128 characters. */
            password: string;
            /**
             * @description Whether the user is platform staff, and so reads, and as admin acts, everywhere.
             * @default false
             */
            platform?: boolean;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description What the user signs in with. */
            username: string;
        };
        /** @description How a day ended, in UTC. */
        DashboardDay: {
            /**
             * Format: int64
             * @description How many models were approved on that day.
             */
            approvals: number;
            /**
             * Format: date
             * @description The day, in UTC.
             */
            date: string;
            /** @description How many models there were in each state at the end of the day. */
            models_by_compliance_status: {
                /** Format: int64 */
                approved: number;
                /** Format: int64 */
                draft: number;
                /** Format: int64 */
                retired: number;
                /** Format: int64 */
                under_review: number;
            };
            /** @description How many models there were of each risk level at the end of the day. */
            models_by_risk_level: {
                /** Format: int64 */
                high: number;
                /** Format: int64 */
                limited: number;
                /** Format: int64 */
                minimal: number;
                /** Format: int64 */
                unacceptable: number;
                /** Format: int64 */
                unclassified: number;
            };
            /**
             * Format: int64
             * @description How many findings blocked a change on that day.
             */
            violations: number;
        };
        /** @description Counts of models and of what happened to them. Every value of an enumeration is there, zero included. */
        DashboardStats: {
            /** @description How many models there are in each state, in the order of the states. */
            by_compliance_status: components["schemas"]["StatusCount"][];
            /** @description How many models there are of each risk level, in the order of the levels. */
            by_risk_level: components["schemas"]["RiskCount"][];
            /** @description One entry a day, the oldest first, ending today. */
            history: components["schemas"]["DashboardDay"][];
            /** @description How many models there are of each risk level in each state. */
            risk_by_status: components["schemas"]["RiskStatusCount"][];
            /**
             * Format: int64
             * @description How many models there are.
             */
            total_models: number;
            /**
             * Format: int64
             * @description How many versions there are.
             */
            total_versions: number;
            /**
             * Format: int64
             * @description How many findings have blocked a change.
             */
            total_violations: number;
        };
        /**
         * @description How confidential data are.
         * @enum {string}
         */
        DataClassification: "public" | "internal" | "confidential" | "restricted";
        /**
         * @description What kind of data it is.
         * @enum {string}
         */
        DataSensitivity: "public" | "internal" | "pii" | "phi" | "pci";
        /** @description How many models there are of a sensitivity. */
        DataSensitivityFacet: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What to filter by. */
            value: components["schemas"]["DataSensitivity"];
        };
        /** @description A dataset. */
        Dataset: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description How confidential the data are. */
            data_classification: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity: components["schemas"]["DataSensitivity"];
            /** @description What it is, in words. */
            description: string | null;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Where the data are. */
            location: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /**
             * Format: int64
             * @description How many records there are.
             */
            record_count: number | null;
            /** @description Where the data come from. */
            source_system: string | null;
        };
        /**
         * @description What a model uses a dataset for.
         * @enum {string}
         */
        DatasetType: "training" | "validation" | "test" | "inference";
        /** @description An event that could not be applied to the read models, or that waits behind one. */
        DeadLetter: {
            /**
             * @description The event's name in upper snake case.
             * @example MODEL_REGISTERED
             */
            action: string;
            /**
             * Format: int32
             * @description How often it was tried; 0 for one that only waits behind another.
             */
            attempts: number;
            /** @description Why it could not be applied; null for one that only waits behind another. */
            cause: string | null;
            /**
             * Format: date-time
             * @description When it was given up; the entity stays marked until a rebuild.
             */
            discarded_at: string | null;
            /**
             * @description The id of what it happened to.
             * @example 42
             */
            entity_id: string;
            /**
             * @description The kind of what it happened to.
             * @example Model
             */
            entity_type: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number | null;
            /**
             * Format: date-time
             * @description When it was parked.
             */
            parked_at: string;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
        };
        /** @description That a model came from another one. */
        Dependency: {
            /**
             * Format: int64
             * @description The model that came from the other one.
             */
            child_model_id: number;
            /**
             * Format: int64
             * @description The version that came from the other model; null for none in particular.
             */
            child_version_id: number | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description How the model came from the other one. */
            dependency_type: components["schemas"]["DependencyType"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Remarks. */
            notes: string | null;
            /**
             * Format: int64
             * @description The model from which the other one came.
             */
            parent_model_id: number;
            /**
             * Format: int64
             * @description The version from which the other model came; null for none in particular.
             */
            parent_version_id: number | null;
        };
        /**
         * @description How a model came from another one.
         * @enum {string}
         */
        DependencyType: "fine_tuned_from" | "ensemble_component_of" | "distilled_from" | "derived_from";
        /**
         * @description Where a model runs.
         * @enum {string}
         */
        Environment: "dev" | "test" | "staging" | "prod";
        /** @description How many models there are in an environment. */
        EnvironmentFacet: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What to filter by. */
            value: components["schemas"]["Environment"];
        };
        /** @description What policies judged: the model as it was then. */
        Facts: {
            /** @description The state that was asked for. */
            attempted_status: components["schemas"]["ComplianceStatus"];
            /** @description The state that the model was in. */
            current_status: components["schemas"]["ComplianceStatus"];
            /** @description Whether somebody other than who registered or submitted the model has endorsed it since it last came under review, and nobody has asked for changes after that. */
            independent_endorsement: boolean;
            /**
             * Format: int64
             * @description How many metrics the model's versions have together.
             */
            metric_count: number;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
        };
        /** @description One wrong member of a body. */
        FieldError: {
            /** @description What is wrong with it. */
            detail: string;
            /** @description A JSON pointer to the member. */
            pointer: string;
        };
        /** @description What one policy objected to, as it was recorded. */
        Finding: {
            /** @description What the condition found, in words. */
            actual: string;
            /** @description What the policy blocks. */
            condition_type: components["schemas"]["ConditionType"];
            /** @description What the policy judged. */
            facts: components["schemas"]["Facts"];
            /** @description Whether the policy blocks or only warns. */
            mode: components["schemas"]["PolicyMode"];
            /**
             * Format: int64
             * @description The policy.
             */
            policy_id: number;
            /** @description What the policy was called then. */
            policy_name: string;
            /**
             * Format: int64
             * @description The version of the policy that was evaluated.
             */
            policy_version: number;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description What the condition demands, in words. */
            required: string;
            /**
             * Format: int64
             * @description The record of it.
             */
            violation_id: number;
        };
        /**
         * @description What a generation of read models is for: live answers reads, building is being made beside it, requested waits to be, retired is out of use.
         * @enum {string}
         */
        GenerationState: "live" | "requested" | "building" | "retired";
        /** @description How the hub is. */
        Health: {
            /** @description Whether the database answers. */
            database: components["schemas"]["HealthDatabase"];
            /** @description degraded while the database does not answer, events wait for their position, or a read model is damaged or behind */
            status: components["schemas"]["HealthOverall"];
            /**
             * @description The hub's version.
             * @example 0.1.0
             */
            version: string;
        };
        /**
         * @description Whether the database answers.
         * @enum {string}
         */
        HealthDatabase: "healthy" | "unhealthy";
        /**
         * @description Whether everything works.
         * @enum {string}
         */
        HealthOverall: "ok" | "degraded";
        /** @description Where a model comes from, and what came from it. */
        Lineage: {
            /** @description Dependencies towards descendants, within the depth, by id. */
            child_models: components["schemas"]["Dependency"][];
            /** @description The datasets that the model uses itself, by link id. */
            datasets: components["schemas"]["Link"][];
            /** @description Dependencies towards ancestors, within the depth, by id. */
            parent_models: components["schemas"]["Dependency"][];
        };
        /** @description That a model uses a dataset. */
        Link: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The dataset.
             */
            dataset_id: number;
            /** @description What the model uses the dataset for. */
            dataset_type: components["schemas"]["DatasetType"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /**
             * Format: int64
             * @description The version; null for none in particular.
             */
            model_version_id: number | null;
            /** @description Remarks. */
            notes: string | null;
        };
        /** @description Says that a model uses a dataset. */
        LinkDataset: {
            /**
             * Format: int64
             * @description The dataset.
             */
            dataset_id: number;
            /**
             * @description What the model uses the dataset for.
             * @default training
             */
            dataset_type?: components["schemas"]["DatasetType"];
            /**
             * Format: int64
             * @description The version; null for none in particular.
             */
            model_version_id?: number | null;
            /** @description Remarks. */
            notes?: string | null;
        };
        /** @description That a model uses a dataset, with the model as it is now. */
        LinkedModel: {
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The dataset.
             */
            dataset_id: number;
            /** @description What the model uses the dataset for. */
            dataset_type: components["schemas"]["DatasetType"];
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description What the model is called now. */
            model_name: string;
            /**
             * Format: int64
             * @description The version; null for none in particular.
             */
            model_version_id: number | null;
            /** @description Remarks. */
            notes: string | null;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
        };
        /** @description Who the caller is, and what it may do. */
        Me: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description An e-mail address. */
            email: string | null;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Whether it is in use. */
            is_active: boolean;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number | null;
            /** @description What the caller's role allows. */
            permissions: string[];
            /** @description Whether the user is platform staff, and so reads, and as admin acts, everywhere. */
            platform: boolean;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description What the user signs in with. */
            username: string;
        };
        /** @description One metric of a batch. */
        Measurement: {
            /** @description What was measured. */
            metric_name: string;
            /**
             * Format: double
             * @description A finite number.
             */
            value: number;
        };
        /** @description A sentence. */
        Message: {
            /** @description A sentence. */
            message: string;
        };
        /** @description A measured value of a version. */
        Metric: {
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What was measured. */
            metric_name: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            timestamp: string;
            /**
             * Format: double
             * @description The measured value.
             */
            value: number;
            /**
             * Format: int64
             * @description The version.
             */
            version_id: number;
        };
        /** @description A model. */
        Model: {
            /** @description What the caller's role may do with the model in its present state. */
            allowed_actions: string[];
            /** @description Why the model was approved; needed to approve. */
            approval_notes: string | null;
            /**
             * Format: date-time
             * @description When it was approved; null unless it is approved.
             */
            approved_at: string | null;
            /**
             * Format: int64
             * @description Who approved it; null unless it is approved.
             */
            approved_by_user_id: number | null;
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description How confidential the data are. */
            data_classification: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity: components["schemas"]["DataSensitivity"];
            /** @description Where the data come from. */
            data_sources: string | null;
            /** @description What it is, in words. */
            description: string | null;
            /** @description The field in which the model is used. */
            domain: string | null;
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What the model is for. */
            intended_purpose: string | null;
            /** @description Whose law applies. */
            jurisdiction: string | null;
            /** @description The tag of the newest version; null where there is none. */
            latest_version: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /** @description How people watch over the model. */
            oversight_plan: string | null;
            /** @description Who answers for the model. */
            owner: string;
            /** @description What the model may do to people. */
            potential_harm: string | null;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
            /** @description The sector in which the model is used. */
            sector: string | null;
            /**
             * Format: int64
             * @description Who last moved the model to under_review.
             */
            submitted_by: number | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description How many models each choice of a filter would leave. Every value of an enumeration is there, zero included. */
        ModelFacets: {
            /** @description With each state, and all other filters. */
            compliance_status: components["schemas"]["ComplianceStatusFacet"][];
            /** @description With each sensitivity, and all other filters. */
            data_sensitivity: components["schemas"]["DataSensitivityFacet"][];
            /** @description With each environment, and all other filters. */
            environment: components["schemas"]["EnvironmentFacet"][];
            /** @description Whether the counts are exact; else they are the least that there are. */
            exact: boolean;
            /** @description With each of the 100 organisations that have the most, and all other filters; null for who sees but one organisation. */
            organization_id: components["schemas"]["OrganizationFacet"][] | null;
            /** @description With each risk level, and all other filters. */
            risk_level: components["schemas"]["RiskLevelFacet"][];
            /**
             * Format: int64
             * @description How many models all filters leave.
             */
            total: number;
        };
        /** @description A model, without what a caller may do with it. */
        ModelState: {
            /** @description Why the model was approved; needed to approve. */
            approval_notes: string | null;
            /**
             * Format: date-time
             * @description When it was approved; null unless it is approved.
             */
            approved_at: string | null;
            /**
             * Format: int64
             * @description Who approved it; null unless it is approved.
             */
            approved_by_user_id: number | null;
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description How confidential the data are. */
            data_classification: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity: components["schemas"]["DataSensitivity"];
            /** @description Where the data come from. */
            data_sources: string | null;
            /** @description What it is, in words. */
            description: string | null;
            /** @description The field in which the model is used. */
            domain: string | null;
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What the model is for. */
            intended_purpose: string | null;
            /** @description Whose law applies. */
            jurisdiction: string | null;
            /** @description The tag of the newest version; null where there is none. */
            latest_version: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /** @description How people watch over the model. */
            oversight_plan: string | null;
            /** @description Who answers for the model. */
            owner: string;
            /** @description What the model may do to people. */
            potential_harm: string | null;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
            /** @description The sector in which the model is used. */
            sector: string | null;
            /**
             * Format: int64
             * @description Who last moved the model to under_review.
             */
            submitted_by: number | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
        };
        /** @description What one policy found. */
        Objection: {
            /** @description What the policy blocks. */
            condition_type: string;
            /** @description What the policy judged. */
            facts: components["schemas"]["Facts"];
            /**
             * Format: int64
             * @description The policy.
             */
            policy_id: number;
            /** @description What the policy was called then. */
            policy_name: string;
            /** @description Why, in a sentence. */
            reason: string;
        };
        /** @description Who signs in. */
        OpenSession: {
            /** @description A password, of 8 to 128 characters. */
            password: string;
            /** @description What the user signs in with. */
            username: string;
        };
        /** @description An organisation. */
        Organization: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description What it is, in words. */
            description: string | null;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Whether it is in use. */
            is_active: boolean;
            /** @description What it is called. */
            name: string;
        };
        /** @description How many models there are of an organisation. */
        OrganizationFacet: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: int64
             * @description What to filter by.
             */
            value: number;
        };
        /** @description A user, as colleagues see it. */
        Person: {
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Whether it is in use. */
            is_active: boolean;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number | null;
            /** @description Whether the user is platform staff, and so reads, and as admin acts, everywhere. */
            platform: boolean;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description What the user signs in with. */
            username: string;
        };
        /** @description A policy. */
        Policy: {
            /** @description What the policy blocks. */
            condition_type: components["schemas"]["ConditionType"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description What it is, in words. */
            description: string | null;
            /** @description Of scope environment: the one that is covered; null for every one. */
            environment: components["schemas"]["Environment"] | null;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Whether it is in use. */
            is_active: boolean;
            /** @description Whether the policy blocks or only warns. */
            mode: components["schemas"]["PolicyMode"];
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description Whose it is; null for a global policy.
             */
            organization_id: number | null;
            /** @description Parameters of the condition; these conditions take none. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description Which models the policy covers. */
            scope: components["schemas"]["PolicyScope"];
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Counts every change, from 1; findings name it.
             */
            version: number;
        };
        /** @description A policy that was evaluated. */
        PolicyCheck: {
            /**
             * Format: int64
             * @description The policy.
             */
            policy_id: number;
            /**
             * Format: int64
             * @description The version of the policy that was evaluated.
             */
            policy_version: number;
            /** @description What the policy says. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description What one policy says of a move. */
        PolicyEvaluation: {
            /** @description What the condition found, in words. */
            actual: string;
            /** @description What the policy blocks. */
            condition_type: components["schemas"]["ConditionType"];
            /** @description What the policy judged. */
            facts: components["schemas"]["Facts"];
            /** @description Whether the policy blocks or only warns. */
            mode: components["schemas"]["PolicyMode"];
            /**
             * Format: int64
             * @description The policy.
             */
            policy_id: number;
            /** @description What the policy was called then. */
            policy_name: string;
            /**
             * Format: int64
             * @description The version of the policy that was evaluated.
             */
            policy_version: number;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description What the condition demands, in words. */
            required: string;
            /** @description What the policy says. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description Which of the models that were looked at a policy would keep from being approved now. */
        PolicyImpact: {
            /**
             * Format: int32
             * @description How many of them the lifecycle would let be approved.
             */
            approvable: number;
            /**
             * Format: int32
             * @description How many covered models this page looked at.
             */
            examined: number;
            /** @description The models to which the policy objects, by id. */
            models: components["schemas"]["PolicyImpactModel"][];
        };
        /** @description A model to which the policy objects. */
        PolicyImpactModel: {
            /** @description What the condition found, in words. */
            actual: string;
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description What the condition demands, in words. */
            required: string;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
            /** @description What the policy says. */
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * @description enforce blocks; warn lets pass and records what it found.
         * @enum {string}
         */
        PolicyMode: "enforce" | "warn";
        /**
         * @description Which models a policy covers: all, those of an organisation, or those of an environment of it.
         * @enum {string}
         */
        PolicyScope: "global" | "organization" | "environment";
        /** @description A failure, after RFC 9457. Which of the optional members there are depends on the type. */
        Problem: {
            /** @description What happened, and what to do about it. */
            detail: string;
            /** @description Every wrong member. */
            errors?: components["schemas"]["FieldError"][];
            /** @description Of a duplicate: the id of what is there already. */
            id?: number;
            /** @description The path that was called. */
            instance?: string;
            /** @description After how many seconds to repeat. */
            retry_after?: number;
            /** @description The HTTP status. */
            status: number;
            /** @description The type in a few words. */
            title: string;
            /**
             * @description What kind of problem it is; documented at this address.
             * @enum {string}
             */
            type: "/problems/malformed" | "/problems/missing-field" | "/problems/unknown-parameter" | "/problems/unauthenticated" | "/problems/forbidden" | "/problems/policy-violation" | "/problems/not-found" | "/problems/method-not-allowed" | "/problems/not-acceptable" | "/problems/duplicate" | "/problems/illegal-transition" | "/problems/model-retired" | "/problems/cycle" | "/problems/in-flight" | "/problems/position-unknown" | "/problems/stale-version" | "/problems/too-large" | "/problems/unsupported-media-type" | "/problems/wrong-role" | "/problems/invalid-fields" | "/problems/report-too-large" | "/problems/key-reused" | "/problems/too-many-requests" | "/problems/internal" | "/problems/projection-behind" | "/problems/projection-damaged" | "/problems/outcome-unknown" | "/problems/unavailable";
            /** @description Of a policy violation: the ids of the records, in the same order. */
            violation_ids?: number[];
            /** @description Of a policy violation: what every failing policy found, by policy id. */
            violations?: components["schemas"]["Objection"][];
            /** @description Of a policy violation: what policies found that only warn. */
            warnings?: components["schemas"]["Objection"][];
        };
        /** @description What a type of problem means. */
        ProblemDescription: {
            /** @description What it means, and what to do. */
            description: string;
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /**
             * @description The type in a few words.
             * @example Not found
             */
            title: string;
            /**
             * @description What kind it is.
             * @example /problems/not-found
             */
            type: string;
        };
        /** @description How far one projection of a generation has come. */
        Processor: {
            /**
             * Format: int64
             * @description How many events of its generation are parked.
             */
            dead_letters: number;
            /** @description Why this hub does not apply events at present; null if it does. */
            failure: string | null;
            /**
             * @description Which of the two generations of read models.
             * @example a
             */
            generation: string;
            /**
             * Format: int64
             * @description The position of the newest event.
             */
            highest_position: number;
            /**
             * Format: int64
             * @description How many events it has not applied yet; null where it is not to follow.
             */
            lag_events: number | null;
            /**
             * Format: double
             * @description The age of the oldest event that it has not applied yet; null where it is not to follow.
             */
            lag_seconds: number | null;
            /**
             * @description The projection.
             * @example models
             */
            name: string;
            /**
             * Format: int64
             * @description The last event that it has applied.
             */
            position: number;
            /** @description What its generation is for. */
            state: components["schemas"]["GenerationState"];
        };
        /** @description Why it is done; for the audit trail. */
        Reason: {
            /** @description Why, in a sentence. */
            reason?: string | null;
        };
        /** @description A measured value of a version. */
        RecordMetric: {
            /** @description What was measured. */
            metric_name: string;
            /**
             * Format: double
             * @description A finite number.
             */
            value: number;
            /**
             * Format: int64
             * @description The version.
             */
            version_id: number;
        };
        /** @description Somebody's opinion of a model that is under review. */
        RecordReview: {
            /** @description Remarks. */
            notes: string;
            /** @description What the reviewer thinks. */
            outcome: components["schemas"]["ReviewOutcome"];
        };
        /** @description A new dataset. */
        RegisterDataset: {
            /**
             * @description How confidential the data are.
             * @default internal
             */
            data_classification?: components["schemas"]["DataClassification"];
            /**
             * @description What kind of data it is.
             * @default internal
             */
            data_sensitivity?: components["schemas"]["DataSensitivity"];
            /** @description What it is, in words. */
            description?: string | null;
            /** @description Where the data are. */
            location?: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description Of platform staff's choice, 1 where it is absent; the caller's own for everybody else.
             */
            organization_id?: number | null;
            /**
             * Format: int64
             * @description How many records there are.
             */
            record_count?: number | null;
            /** @description Where the data come from. */
            source_system?: string | null;
        };
        /** @description A new model. */
        RegisterModel: {
            /**
             * @description How confidential the data are.
             * @default internal
             */
            data_classification?: components["schemas"]["DataClassification"];
            /**
             * @description What kind of data it is.
             * @default internal
             */
            data_sensitivity?: components["schemas"]["DataSensitivity"];
            /** @description Where the data come from. */
            data_sources?: string | null;
            /** @description What it is, in words. */
            description?: string | null;
            /** @description The field in which the model is used. */
            domain?: string | null;
            /**
             * @description Where the model runs; it cannot be changed later.
             * @default dev
             */
            environment?: components["schemas"]["Environment"];
            /** @description What the model is for. */
            intended_purpose?: string | null;
            /**
             * @description Whose law applies.
             * @default US
             */
            jurisdiction?: string | null;
            /** @description What it is called; unique within its organisation and environment. */
            name: string;
            /**
             * Format: int64
             * @description Of platform staff's choice, 1 where it is absent; the caller's own for everybody else.
             */
            organization_id?: number | null;
            /** @description How people watch over the model. */
            oversight_plan?: string | null;
            /** @description Who answers for the model. */
            owner: string;
            /** @description What the model may do to people. */
            potential_harm?: string | null;
            /**
             * @description The risk class.
             * @default unclassified
             */
            risk_level?: components["schemas"]["RiskLevel"];
            /** @description The sector in which the model is used. */
            sector?: string | null;
        };
        /** @description A new version of a model. */
        RegisterVersion: {
            /** @description The artifact's SHA-256, in lower case. */
            artifact_digest?: string | null;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description Where the artifact is. */
            s3_path?: string | null;
            /** @description What the version is called; unique within the model. */
            version_tag: string;
        };
        /** @description A new account for oneself. */
        Registration: {
            /** @description An e-mail address. */
            email: string;
            /** @description A password, of 8 to 128 characters. */
            password: string;
            /** @description What the user signs in with. */
            username: string;
        };
        /** @description Somebody, by the name that the event has. */
        ReportActor: {
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number | null;
            /** @description What it is called. */
            name: string;
        };
        /** @description A dataset in the use of the model. */
        ReportDatasetUse: {
            /** @description Who recorded it. */
            actor: components["schemas"]["ReportActor"];
            /** @description The dataset, as it was at the position. */
            dataset: components["schemas"]["Dataset"];
            /** @description The use. */
            link: components["schemas"]["Link"];
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /** @description The version that uses it; null for none in particular. */
            version_tag: string | null;
        };
        /** @description A change of state, or an attempt at one. */
        ReportDecision: {
            /** @description Who asked for it. */
            actor: components["schemas"]["ReportActor"];
            /** @description Why the model was approved; needed to approve. */
            approval_notes: string | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /** @description requested, or risk_raised where a rise in risk demanded it. */
            cause: string;
            /** @description The policies that were evaluated. */
            checked_by: components["schemas"]["PolicyCheck"][];
            /** @description The state before. */
            from: components["schemas"]["ComplianceStatus"];
            /** @description changed, blocked by policies, or rejected by the lifecycle. */
            outcome: string;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /** @description Why, in a sentence. */
            reason: string | null;
            /** @description The state that was asked for. */
            to: components["schemas"]["ComplianceStatus"];
        };
        /**
         * @description As what a report is handed out.
         * @enum {string}
         */
        ReportFormat: "pdf" | "json";
        /** @description A measured value. */
        ReportMetric: {
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What was measured. */
            metric_name: string;
            /**
             * Format: int64
             * @description The event that recorded it.
             */
            position: number;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            timestamp: string;
            /**
             * Format: double
             * @description The measured value.
             */
            value: number;
            /**
             * Format: int64
             * @description The version.
             */
            version_id: number;
        };
        /** @description Something that a reader of technical documentation would expect, and that is not there. */
        ReportMissingField: {
            /** @description The heading of Annex IV of Regulation (EU) 2024/1689 under which a reader looks for it; a pointer, no legal advice. */
            annex: string;
            /** @description What is missing. */
            field: string;
            /** @description Whether the register has a field for it at all. */
            kept: boolean;
            /** @description Of what it is a field. */
            where: string;
        };
        /** @description What the lifecycle and the policies say of a state; roles are not considered. */
        ReportMove: {
            /** @description Whether it is reachable and no enforced policy fails. */
            allowed: boolean;
            /** @description Whether the lifecycle has the move. */
            reachable: boolean;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description The state. */
            to: components["schemas"]["ComplianceStatus"];
        };
        /** @description The model's organisation, as it was called then. */
        ReportOrganization: {
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What it is called. */
            name: string;
        };
        /** @description A policy that applies. */
        ReportPolicy: {
            /** @description What it said when the model's state was last decided on; null where it was not asked. */
            last_judged: components["schemas"]["PolicyCheck"] | null;
            /** @description The policy, as it was at the position. */
            policy: components["schemas"]["Policy"];
            /** @description What it says of an approval at the position, by the evaluation that enforcement uses. */
            today: components["schemas"]["PolicyEvaluation"];
        };
        /** @description Another model that this one came from, or that came from this one. */
        ReportRelative: {
            /** @description Who recorded it. */
            actor: components["schemas"]["ReportActor"];
            /** @description The version of the model that came from the other one; null for none in particular. */
            child_version_tag: string | null;
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /** @description The dependency. */
            dependency: components["schemas"]["Dependency"];
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description What it is called. */
            name: string;
            /** @description The version of the model that the other one came from; null for none in particular. */
            parent_version_tag: string | null;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
        };
        /** @description A review. */
        ReportReview: {
            /** @description Who reviewed. */
            actor: components["schemas"]["ReportActor"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description Remarks. */
            notes: string;
            /** @description What came of it. */
            outcome: components["schemas"]["ReviewOutcome"];
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /**
             * Format: int64
             * @description The user.
             */
            user_id: number | null;
        };
        /** @description A change of the risk class. */
        ReportRiskChange: {
            /** @description Who changed it. */
            actor: components["schemas"]["ReportActor"];
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /** @description The class before; null for the registration. */
            from: components["schemas"]["RiskLevel"] | null;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /** @description The class after. */
            to: components["schemas"]["RiskLevel"];
        };
        /** @description One event of the model. */
        ReportTrailEntry: {
            /** @description The event's name in upper snake case. */
            action: string;
            /** @description Who did it. */
            actor: components["schemas"]["ReportActor"];
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /** @description Ties what a call caused together, and to the log. */
            correlation_id: string | null;
            /** @description true where a demonstration made it up. */
            demo?: boolean;
            /** @description The event's payload, as it is stored. */
            details: Record<string, unknown>;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
        };
        /** @description A version, with all that was measured of it. */
        ReportVersion: {
            /** @description Who registered it. */
            actor: components["schemas"]["ReportActor"];
            /** @description The artifact's SHA-256, in lower case. */
            artifact_digest: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What was measured of it. */
            metrics: components["schemas"]["ReportMetric"][];
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
            /** @description Where the artifact is. */
            s3_path: string | null;
            /** @description What the version is called; unique within the model. */
            version_tag: string;
        };
        /** @description A recorded finding of a policy. */
        ReportViolation: {
            /** @description Who attempted the move. */
            actor: components["schemas"]["ReportActor"];
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /** @description What the policy found. */
            finding: components["schemas"]["Finding"];
            /** @description What came of it. */
            outcome: components["schemas"]["ViolationOutcome"];
            /**
             * Format: int64
             * @description The position of an event in the order of all.
             */
            position: number;
        };
        /** @description Somebody's opinion of a model. */
        Review: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description Remarks. */
            notes: string;
            /** @description What the reviewer thinks. */
            outcome: components["schemas"]["ReviewOutcome"];
            /**
             * Format: int64
             * @description The user.
             */
            user_id: number | null;
        };
        /**
         * @description What the reviewer thinks. A later changes_requested, by anybody, voids the endorsements before it.
         * @enum {string}
         */
        ReviewOutcome: "endorsed" | "changes_requested";
        /** @description How many models there are of a risk level. */
        RiskCount: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
        };
        /**
         * @description The risk classes of the EU AI Act, from the lowest to the highest.
         * @enum {string}
         */
        RiskLevel: "unclassified" | "minimal" | "limited" | "high" | "unacceptable";
        /** @description How many models there are of a risk level. */
        RiskLevelFacet: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What to filter by. */
            value: components["schemas"]["RiskLevel"];
        };
        /** @description How many models there are of a risk level in a state. */
        RiskStatusCount: {
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
        };
        /**
         * @description What a user may do, from the least to the most; each may do all that those before it may.
         * @enum {string}
         */
        Role: "auditor" | "model_owner" | "compliance_officer" | "admin";
        /** @description The filters, order and columns of a list, under a name. */
        SavedView: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What it is called. */
            name: string;
            /** @description The list that the view is of. */
            page: components["schemas"]["SavedViewPage"];
            /** @description What follows the question mark in the page's address. */
            query: string;
            /** @description Whether everybody of the organisation may open it. */
            shared: boolean;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Who made it.
             */
            user_id: number;
        };
        /**
         * @description The list that a view is of.
         * @enum {string}
         */
        SavedViewPage: "models" | "violations" | "audit" | "datasets" | "policies";
        /** @description A browser's session. */
        Session: {
            /** @description To be sent in the header X-CSRF-Token with every call that changes something. */
            csrf_token: string;
            /**
             * Format: date-time
             * @description When it ends; null where it is read again.
             */
            expires_at: string | null;
            /**
             * Format: int64
             * @description Who is signed in.
             */
            user_id: number;
        };
        /** @description The model after the move, with what policies found that only warn. */
        StatusChange: {
            /** @description What the caller's role may do with the model in its present state. */
            allowed_actions: string[];
            /** @description Why the model was approved; needed to approve. */
            approval_notes: string | null;
            /**
             * Format: date-time
             * @description When it was approved; null unless it is approved.
             */
            approved_at: string | null;
            /**
             * Format: int64
             * @description Who approved it; null unless it is approved.
             */
            approved_by_user_id: number | null;
            /** @description Where the model is in its lifecycle. */
            compliance_status: components["schemas"]["ComplianceStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description How confidential the data are. */
            data_classification: components["schemas"]["DataClassification"];
            /** @description What kind of data it is. */
            data_sensitivity: components["schemas"]["DataSensitivity"];
            /** @description Where the data come from. */
            data_sources: string | null;
            /** @description What it is, in words. */
            description: string | null;
            /** @description The field in which the model is used. */
            domain: string | null;
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description What the model is for. */
            intended_purpose: string | null;
            /** @description Whose law applies. */
            jurisdiction: string | null;
            /** @description The tag of the newest version; null where there is none. */
            latest_version: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /** @description How people watch over the model. */
            oversight_plan: string | null;
            /** @description Who answers for the model. */
            owner: string;
            /** @description What the model may do to people. */
            potential_harm: string | null;
            /** @description The risk class. */
            risk_level: components["schemas"]["RiskLevel"];
            /** @description The sector in which the model is used. */
            sector: string | null;
            /**
             * Format: int64
             * @description Who last moved the model to under_review.
             */
            submitted_by: number | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description What policies found that only warn. */
            warnings: components["schemas"]["Objection"][];
        };
        /** @description How many models there are in a state. */
        StatusCount: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description The state. */
            status: components["schemas"]["ComplianceStatus"];
        };
        /** @description Whether a model may move to a state, and what stands in the way. */
        TransitionAssessment: {
            /** @description Whether it is reachable and no enforced policy fails. */
            allowed: boolean;
            /** @description Whether it is allowed and the caller's role may do it. */
            permitted: boolean;
            /** @description What each policy that applies says, by policy id. */
            policies: components["schemas"]["PolicyEvaluation"][];
            /** @description Whether the lifecycle has the move. */
            reachable: boolean;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description The state. */
            status: components["schemas"]["ComplianceStatus"];
        };
        /** @description A user. */
        User: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description An e-mail address. */
            email: string | null;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /** @description Whether it is in use. */
            is_active: boolean;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number | null;
            /** @description Whether the user is platform staff, and so reads, and as admin acts, everywhere. */
            platform: boolean;
            /** @description What the user may do. */
            role: components["schemas"]["Role"];
            /** @description What the user signs in with. */
            username: string;
        };
        /**
         * @description What a policy says: pass, fail, or, of one that only warns, warn.
         * @enum {string}
         */
        Verdict: "pass" | "fail" | "warn";
        /** @description A version of a model. */
        Version: {
            /** @description The artifact's SHA-256, in lower case. */
            artifact_digest: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description Where the artifact is. */
            s3_path: string | null;
            /** @description What the version is called; unique within the model. */
            version_tag: string;
        };
        /** @description What a policy has objected to, as it was recorded. */
        Violation: {
            /** @description What was attempted. */
            action: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description What was attempted, and what the policy saw. */
            details: components["schemas"]["ViolationDetails"];
            /** @description Where the model runs. */
            environment: components["schemas"]["Environment"];
            /**
             * Format: int64
             * @description The id, unique among its kind.
             */
            id: number;
            /**
             * Format: int64
             * @description The model.
             */
            model_id: number;
            /** @description What the model is called now; null while an event of it could not be applied. */
            model_name: string | null;
            /**
             * Format: int64
             * @description The version; null for none in particular.
             */
            model_version_id: number | null;
            /**
             * Format: int64
             * @description The organisation that it belongs to; null for what belongs to the platform.
             */
            organization_id: number;
            /** @description Whether the finding blocked the move or only warned. */
            outcome: components["schemas"]["ViolationOutcome"];
            /**
             * Format: int64
             * @description The policy.
             */
            policy_id: number;
            /**
             * Format: int64
             * @description The user.
             */
            user_id: number | null;
        };
        /** @description What was attempted, and what the policy saw. */
        ViolationDetails: {
            /** @description What the condition found, in words. */
            actual: string;
            /** @description The state that was asked for. */
            attempted_status: components["schemas"]["ComplianceStatus"];
            /** @description The state that the model was in. */
            current_status: components["schemas"]["ComplianceStatus"];
            /** @description What the policy judged. */
            facts: components["schemas"]["Facts"];
            /** @description What the policy blocks. */
            policy_condition: components["schemas"]["ConditionType"];
            /** @description What the policy was called then. */
            policy_name: string;
            /**
             * Format: int64
             * @description The version of the policy that was evaluated.
             */
            policy_version: number;
            /** @description Why, in a sentence. */
            reason: string;
            /** @description What the condition demands, in words. */
            required: string;
        };
        /**
         * @description Whether the finding blocked the move or only warned.
         * @enum {string}
         */
        ViolationOutcome: "blocked" | "warned";
        /** @description Who answers here. */
        Welcome: {
            /** @description The data are made up, for a demonstration. There only if they are. */
            demonstration?: boolean;
            /**
             * @description A sentence.
             * @example Welcome to AI Governance Hub API
             */
            message: string;
            /**
             * @description The hub's version.
             * @example 0.1.0
             */
            version: string;
        };
    };
    responses: {
        /**
         * @description `malformed`: The request could not be read: broken JSON, a wrong JSON type, a bad cursor, limit, date or id.
         *
         *     `missing-field`: A required member is missing.
         *
         *     `unknown-parameter`: The request has a query parameter that this operation does not know.
         *
         *     `duplicate`: Something of this name exists already; where it is known, the answer carries its id.
         */
        BadRequest: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `duplicate`: Something of this name exists already; where it is known, the answer carries its id.
         *
         *     `illegal-transition`: The lifecycle has no such move. The attempt is recorded.
         *
         *     `model-retired`: A retired model takes no more writes.
         *
         *     `cycle`: The dependency would make a model its own ancestor.
         *
         *     `in-flight`: A request with the same Idempotency-Key is being processed; repeat a moment later.
         *
         *     `position-unknown`: The position lies above the highest one: the database may have been restored. Start again from a position that exists.
         */
        Conflict: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Hub-Position": components["headers"]["Hub-Position"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-large`: The body is larger than 1 MiB. */
        ContentTooLarge: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `forbidden`: The caller is known, but the role does not allow this.
         *
         *     `policy-violation`: One or more enforced policies refuse the change. The refusal is recorded; the answer lists every failing policy.
         */
        Forbidden: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Hub-Position": components["headers"]["Hub-Position"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `wrong-role`: This hub does not serve this kind of call: commands go to command hubs, reads to query hubs. */
        MisdirectedRequest: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-acceptable`: The resource has no representation of the media types that Accept names. */
        NotAcceptable: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: Nothing is there, or it belongs to another organisation; the two look the same. */
        NotFound: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `stale-version`: The resource has changed since the version that If-Match names. Read it again and repeat. */
        PreconditionFailed: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `projection-behind`: The read model has not caught up with the events yet. Repeat after Retry-After, or send Prefer: handling=lenient.
         *
         *     `projection-damaged`: The read model of this entity waits for a parked event; an operator has to retry it or rebuild.
         *
         *     `outcome-unknown`: The change may have been applied. Repeat with the same Idempotency-Key, or read it back.
         *
         *     `unavailable`: The database does not answer, or writers contend. Nothing was changed; repeat after Retry-After.
         */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: Wait as long as Retry-After says. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: The request has no valid credentials. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid-fields`: Members have values outside what is allowed; the answer lists each with a pointer.
         *
         *     `report-too-large`: The report would be larger than a report may be; the detail says by what measure, and what to take instead.
         *
         *     `key-reused`: The Idempotency-Key was used before with another body.
         */
        UnprocessableContent: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The body is of a media type that this operation does not read. */
        UnsupportedMediaType: {
            headers: {
                "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The resource's version, in quotes; for If-Match. */
        ETag: string;
        /** @description How many entities that the answer may include are not up to date. */
        "Hub-Damaged-Entities": number;
        /** @description The position of the last event that the answer reflects, of all organisations. */
        "Hub-Position": number;
        /** @description true where the answer may not reflect every event that it should. */
        "Hub-Stale": string;
        /** @description true where this is the kept answer to an earlier call with the same key. */
        "Idempotent-Replayed": string;
        /** @description Leads to the page before (rel="prev") and to the next one (rel="next"), where there are such. */
        Link: string;
        /** @description Where what was made can be read. */
        Location: string;
        /** @description After how many seconds to repeat. */
        "Retry-After": number;
        /** @description The session's cookie. */
        "Set-Cookie": string;
        /** @description How to sign in. */
        "WWW-Authenticate": string;
        /** @description Ties the answer to the log and to the events that the call has caused; the call's own, if it brought one. */
        "X-Correlation-Id": string;
        /** @description Of a page: how many the whole list has; exact to 10,000, then 10000+. */
        "X-Total-Count": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    welcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    apiWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    auditList: {
        parameters: {
            query?: {
                /** @description The event's name in upper snake case: COMPLIANCE_STATUS_CHANGE_BLOCKED */
                action?: string;
                /** @description The name of the user who did it */
                actor?: string;
                /** @description A position: lists what came after it, the oldest first; for polling */
                after?: number;
                /** @description A position: lists what came before it, the newest first; not together with after */
                before?: number;
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description The id of what it happened to. */
                entity_id?: string;
                /** @description The kind of what it happened to: Model, Policy, Dataset, Organization, User, ... */
                entity_type?: string;
                /** @description The earliest time */
                from?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description Only entries of this organisation; for platform staff, who see all of them */
                organization_id?: number;
                /** @description The time before which */
                to?: string;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                    "application/x-ndjson": components["schemas"]["AuditEntry"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    auditHistogram: {
        parameters: {
            query?: {
                /** @description The event's name in upper snake case: COMPLIANCE_STATUS_CHANGE_BLOCKED */
                action?: string;
                /** @description The name of the user who did it */
                actor?: string;
                /** @description How long a bucket is. */
                bucket?: components["schemas"]["AuditHistogramBucket"];
                /** @description The id of what it happened to. */
                entity_id?: string;
                /** @description The kind of what it happened to: Model, Policy, Dataset, Organization, User, ... */
                entity_type?: string;
                /** @description The earliest time */
                from?: string;
                /** @description Only entries of this organisation; for platform staff, who see all of them */
                organization_id?: number;
                /** @description The time before which */
                to?: string;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHistogram"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    authMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    authRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada",
                 *       "email": "ada@example.org",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "username": "ada",
                     *       "email": "ada@example.org",
                     *       "is_active": true,
                     *       "role": "model_owner",
                     *       "organization_id": 2,
                     *       "platform": false,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Self-registration is off */
            403: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    authToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description A password, of 8 to 128 characters. */
                    password: string;
                    /** @description What the user signs in with. */
                    username: string;
                };
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "token_type": "bearer",
                     *       "expires_in": 1800
                     *     }
                     */
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The user is not known, or the password is wrong */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            /** @description Too many sign-ins have failed */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dashboardStats: {
        parameters: {
            query?: {
                /** @description How many days of history, ending today. */
                days?: number;
                /** @description Where the model runs. */
                environment?: components["schemas"]["Environment"];
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardStats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datasetList: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description What kind of data it is. */
                data_sensitivity?: components["schemas"]["DataSensitivity"];
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
                /** @description Found in name, description, source system or location, whatever the case */
                q?: string;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 7,
                     *         "organization_id": 1,
                     *         "created_at": "2026-11-24T13:00:00.000000Z",
                     *         "name": "Claims 2020-2025",
                     *         "description": null,
                     *         "source_system": "claims-dwh",
                     *         "location": "s3://data/claims",
                     *         "data_sensitivity": "pii",
                     *         "data_classification": "confidential",
                     *         "record_count": 118230
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Dataset"][];
                    "application/x-ndjson": components["schemas"]["Dataset"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datasetRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Claims 2020-2025",
                 *       "source_system": "claims-dwh",
                 *       "location": "s3://data/claims",
                 *       "data_sensitivity": "pii",
                 *       "data_classification": "confidential",
                 *       "record_count": 118230
                 *     }
                 */
                "application/json": components["schemas"]["RegisterDataset"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "organization_id": 1,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "Claims 2020-2025",
                     *       "description": null,
                     *       "source_system": "claims-dwh",
                     *       "location": "s3://data/claims",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "record_count": 118230
                     *     }
                     */
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datasetRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The dataset's id. */
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "organization_id": 1,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "Claims 2020-2025",
                     *       "description": null,
                     *       "source_system": "claims-dwh",
                     *       "location": "s3://data/claims",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "record_count": 118230
                     *     }
                     */
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datasetChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The dataset's id. */
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "record_count": 120000
                 *     }
                 */
                "application/json": components["schemas"]["ChangeDataset"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "organization_id": 1,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "Claims 2020-2025",
                     *       "description": null,
                     *       "source_system": "claims-dwh",
                     *       "location": "s3://data/claims",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "record_count": 118230
                     *     }
                     */
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datasetModels: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The dataset's id. */
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedModel"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    eventStreamFollow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The position after which to go on; without it the stream starts now */
                "Last-Event-ID"?: string;
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["AuditEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    apiHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    metricsScrape: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    versionRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version_id": 12,
                 *       "metric_name": "recall",
                 *       "value": 0.94
                 *     }
                 */
                "application/json": components["schemas"]["RecordMetric"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 310,
                     *       "version_id": 12,
                     *       "metric_name": "recall",
                     *       "value": 0.94,
                     *       "timestamp": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Metric"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelList: {
        parameters: {
            query?: {
                /** @description Where the model is in its lifecycle. */
                compliance_status?: components["schemas"]["ComplianceStatus"];
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description What kind of data it is. */
                data_sensitivity?: components["schemas"]["DataSensitivity"];
                /** @description The field in which the model is used. */
                domain?: string;
                /** @description Where the model runs. */
                environment?: components["schemas"]["Environment"];
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
                /** @description Who answers for the model. */
                owner?: string;
                /** @description At least 3 characters, found anywhere, whatever their case. */
                q?: string;
                /** @description The risk class. */
                risk_level?: components["schemas"]["RiskLevel"];
                /** @description The sector in which the model is used. */
                sector?: string;
                /** @description id, name, created_at or updated_at; a minus in front turns it round */
                sort?: "id" | "-id" | "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 42,
                     *         "organization_id": 1,
                     *         "environment": "prod",
                     *         "created_at": "2026-11-24T13:00:00.000000Z",
                     *         "updated_at": "2026-11-24T13:00:00.000000Z",
                     *         "name": "claims-fraud",
                     *         "description": "Scores claims for fraud",
                     *         "owner": "Claims analytics",
                     *         "data_sensitivity": "pii",
                     *         "data_classification": "confidential",
                     *         "jurisdiction": "EU",
                     *         "sector": "insurance",
                     *         "risk_level": "high",
                     *         "domain": "fraud detection",
                     *         "potential_harm": "Wrongly refused claims",
                     *         "intended_purpose": "Ranks claims for investigation",
                     *         "data_sources": "Claims since 2020",
                     *         "oversight_plan": "Every refusal is read by a person",
                     *         "compliance_status": "draft",
                     *         "submitted_by": null,
                     *         "approved_by_user_id": null,
                     *         "approved_at": null,
                     *         "approval_notes": null,
                     *         "latest_version": "1.4.0",
                     *         "allowed_actions": [
                     *           "update",
                     *           "register_version",
                     *           "submit_for_review"
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Model"][];
                    "application/x-ndjson": components["schemas"]["Model"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "claims-fraud",
                 *       "owner": "Claims analytics",
                 *       "description": "Scores claims for fraud",
                 *       "risk_level": "high",
                 *       "environment": "prod",
                 *       "data_sensitivity": "pii"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterModel"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 42,
                     *       "organization_id": 1,
                     *       "environment": "prod",
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "claims-fraud",
                     *       "description": "Scores claims for fraud",
                     *       "owner": "Claims analytics",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "jurisdiction": "EU",
                     *       "sector": "insurance",
                     *       "risk_level": "high",
                     *       "domain": "fraud detection",
                     *       "potential_harm": "Wrongly refused claims",
                     *       "intended_purpose": "Ranks claims for investigation",
                     *       "data_sources": "Claims since 2020",
                     *       "oversight_plan": "Every refusal is read by a person",
                     *       "compliance_status": "draft",
                     *       "submitted_by": null,
                     *       "approved_by_user_id": null,
                     *       "approved_at": null,
                     *       "approval_notes": null,
                     *       "latest_version": "1.4.0",
                     *       "allowed_actions": [
                     *         "update",
                     *         "register_version",
                     *         "submit_for_review"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 42,
                     *       "organization_id": 1,
                     *       "environment": "prod",
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "claims-fraud",
                     *       "description": "Scores claims for fraud",
                     *       "owner": "Claims analytics",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "jurisdiction": "EU",
                     *       "sector": "insurance",
                     *       "risk_level": "high",
                     *       "domain": "fraud detection",
                     *       "potential_harm": "Wrongly refused claims",
                     *       "intended_purpose": "Ranks claims for investigation",
                     *       "data_sources": "Claims since 2020",
                     *       "oversight_plan": "Every refusal is read by a person",
                     *       "compliance_status": "draft",
                     *       "submitted_by": null,
                     *       "approved_by_user_id": null,
                     *       "approved_at": null,
                     *       "approval_notes": null,
                     *       "latest_version": "1.4.0",
                     *       "allowed_actions": [
                     *         "update",
                     *         "register_version",
                     *         "submit_for_review"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Scores claims for fraud, second generation",
                 *       "sector": null
                 *     }
                 */
                "application/json": components["schemas"]["ChangeModel"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 42,
                     *       "organization_id": 1,
                     *       "environment": "prod",
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "claims-fraud",
                     *       "description": "Scores claims for fraud",
                     *       "owner": "Claims analytics",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "jurisdiction": "EU",
                     *       "sector": "insurance",
                     *       "risk_level": "high",
                     *       "domain": "fraud detection",
                     *       "potential_harm": "Wrongly refused claims",
                     *       "intended_purpose": "Ranks claims for investigation",
                     *       "data_sources": "Claims since 2020",
                     *       "oversight_plan": "Every refusal is read by a person",
                     *       "compliance_status": "draft",
                     *       "submitted_by": null,
                     *       "approved_by_user_id": null,
                     *       "approved_at": null,
                     *       "approval_notes": null,
                     *       "latest_version": "1.4.0",
                     *       "allowed_actions": [
                     *         "update",
                     *         "register_version",
                     *         "submit_for_review"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelChangeStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "approved",
                 *       "reason": "Evaluated and reviewed",
                 *       "approval_notes": "Recall of 0.94 on the held-out set; bias review passed"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeComplianceStatus"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The role does not allow it, or enforced policies refuse it, which is recorded */
            403: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelDatasets: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dataset_id": 7,
                 *       "dataset_type": "training"
                 *     }
                 */
                "application/json": components["schemas"]["LinkDataset"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelDepend: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parent_model_id": 41,
                 *       "dependency_type": "fine_tuned_from",
                 *       "notes": "Fine-tuned on claims of 2026"
                 *     }
                 */
                "application/json": components["schemas"]["AddDependency"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dependency"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelLineage: {
        parameters: {
            query?: {
                /** @description How many steps of dependencies to follow. */
                depth?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelMetrics: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description Only metrics of this name. */
                metric_name?: string;
                /** @description The version's id. */
                version_id?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 310,
                     *         "version_id": 12,
                     *         "metric_name": "recall",
                     *         "value": 0.94,
                     *         "timestamp": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Metric"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelReviews: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 9,
                     *         "model_id": 42,
                     *         "user_id": 3,
                     *         "outcome": "endorsed",
                     *         "notes": "Read the evaluation; the oversight plan holds.",
                     *         "created_at": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Review"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "endorsed",
                 *       "notes": "Read the evaluation; the oversight plan holds."
                 *     }
                 */
                "application/json": components["schemas"]["RecordReview"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 9,
                     *       "model_id": 42,
                     *       "user_id": 3,
                     *       "outcome": "endorsed",
                     *       "notes": "Read the evaluation; the oversight plan holds.",
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelChangeRisk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "risk_level": "high",
                 *       "potential_harm": "Wrongly refused claims",
                 *       "oversight_plan": "Every refusal is read by a person"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRiskProfile"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 42,
                     *       "organization_id": 1,
                     *       "environment": "prod",
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "name": "claims-fraud",
                     *       "description": "Scores claims for fraud",
                     *       "owner": "Claims analytics",
                     *       "data_sensitivity": "pii",
                     *       "data_classification": "confidential",
                     *       "jurisdiction": "EU",
                     *       "sector": "insurance",
                     *       "risk_level": "high",
                     *       "domain": "fraud detection",
                     *       "potential_harm": "Wrongly refused claims",
                     *       "intended_purpose": "Ranks claims for investigation",
                     *       "data_sources": "Claims since 2020",
                     *       "oversight_plan": "Every refusal is read by a person",
                     *       "compliance_status": "draft",
                     *       "submitted_by": null,
                     *       "approved_by_user_id": null,
                     *       "approved_at": null,
                     *       "approval_notes": null,
                     *       "latest_version": "1.4.0",
                     *       "allowed_actions": [
                     *         "update",
                     *         "register_version",
                     *         "submit_for_review"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelTransitions: {
        parameters: {
            query?: {
                /** @description Only this state; all of them without it */
                to?: "draft" | "under_review" | "approved" | "retired";
            };
            header?: never;
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransitionAssessment"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelVersions: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 12,
                     *         "model_id": 42,
                     *         "version_tag": "1.4.0",
                     *         "s3_path": "s3://models/claims-fraud/1.4.0",
                     *         "artifact_digest": null,
                     *         "created_at": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Version"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    modelFacets: {
        parameters: {
            query?: {
                /** @description Where the model is in its lifecycle. */
                compliance_status?: components["schemas"]["ComplianceStatus"];
                /** @description What kind of data it is. */
                data_sensitivity?: components["schemas"]["DataSensitivity"];
                /** @description The field in which the model is used. */
                domain?: string;
                /** @description Where the model runs. */
                environment?: components["schemas"]["Environment"];
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
                /** @description Who answers for the model. */
                owner?: string;
                /** @description At least 3 characters, found anywhere, whatever their case. */
                q?: string;
                /** @description The risk class. */
                risk_level?: components["schemas"]["RiskLevel"];
                /** @description The sector in which the model is used. */
                sector?: string;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFacets"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    operationsDeadLetters: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    operationsDiscard: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The parked event's position. */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "A projection was corrected"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Policy deactivated"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    operationsRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The parked event's position. */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Policy deactivated"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    operationsProcessors: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processor"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    operationsRebuild: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "A projection was corrected"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Policy deactivated"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    organizationList: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 2,
                     *         "name": "Example Insurance",
                     *         "description": "Property and casualty insurance",
                     *         "is_active": true,
                     *         "created_at": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Organization"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    organizationCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Example Insurance",
                 *       "description": "Property and casualty insurance"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOrganization"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "Example Insurance",
                     *       "description": "Property and casualty insurance",
                     *       "is_active": true,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    organizationRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "Example Insurance",
                     *       "description": "Property and casualty insurance",
                     *       "is_active": true,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    organizationChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Property and casualty insurance"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeOrganization"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "Example Insurance",
                     *       "description": "Property and casualty insurance",
                     *       "is_active": true,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyList: {
        parameters: {
            query?: {
                /** @description What the policy blocks. */
                condition_type?: components["schemas"]["ConditionType"];
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description Where the model runs. */
                environment?: components["schemas"]["Environment"];
                /** @description Whether it is in use. */
                is_active?: boolean;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description Whether the policy blocks or only warns. */
                mode?: components["schemas"]["PolicyMode"];
                /** @description Those that this organisation owns; global ones, which nobody owns, are left out */
                organization_id?: number;
                /** @description Which models the policy covers. */
                scope?: components["schemas"]["PolicyScope"];
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 5,
                     *         "name": "High risk needs a second pair of eyes",
                     *         "description": null,
                     *         "mode": "enforce",
                     *         "scope": "organization",
                     *         "condition_type": "require_review_for_high_risk",
                     *         "is_active": true,
                     *         "organization_id": 2,
                     *         "environment": null,
                     *         "created_at": "2026-11-24T13:00:00.000000Z",
                     *         "updated_at": "2026-11-24T13:00:00.000000Z",
                     *         "version": 1,
                     *         "parameters": {}
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Policy"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "High risk needs a second pair of eyes",
                 *       "scope": "organization",
                 *       "condition_type": "require_review_for_high_risk",
                 *       "mode": "enforce"
                 *     }
                 */
                "application/json": components["schemas"]["CreatePolicy"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 5,
                     *       "name": "High risk needs a second pair of eyes",
                     *       "description": null,
                     *       "mode": "enforce",
                     *       "scope": "organization",
                     *       "condition_type": "require_review_for_high_risk",
                     *       "is_active": true,
                     *       "organization_id": 2,
                     *       "environment": null,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "version": 1,
                     *       "parameters": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The policy's id. */
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 5,
                     *       "name": "High risk needs a second pair of eyes",
                     *       "description": null,
                     *       "mode": "enforce",
                     *       "scope": "organization",
                     *       "condition_type": "require_review_for_high_risk",
                     *       "is_active": true,
                     *       "organization_id": 2,
                     *       "environment": null,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "version": 1,
                     *       "parameters": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyDeactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The policy's id. */
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Policy deactivated"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The policy's id. */
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "warn"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePolicy"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 5,
                     *       "name": "High risk needs a second pair of eyes",
                     *       "description": null,
                     *       "mode": "enforce",
                     *       "scope": "organization",
                     *       "condition_type": "require_review_for_high_risk",
                     *       "is_active": true,
                     *       "organization_id": 2,
                     *       "environment": null,
                     *       "created_at": "2026-11-24T13:00:00.000000Z",
                     *       "updated_at": "2026-11-24T13:00:00.000000Z",
                     *       "version": 1,
                     *       "parameters": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyImpact: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit. */
                cursor?: string;
                /** @description How many models to look at, 1 to 100 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The policy's id. */
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyImpact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    policyViolations: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description Where the model runs. */
                environment?: components["schemas"]["Environment"];
                /** @description The earliest time */
                from?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description The model's id. */
                model_id?: number;
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
                /** @description What came of it. */
                outcome?: components["schemas"]["ViolationOutcome"];
                /** @description The policy's id. */
                policy_id?: number;
                /** @description The time before which */
                to?: string;
                /** @description The user's id. */
                user_id?: number;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Violation"][];
                    "application/x-ndjson": components["schemas"]["Violation"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportRead: {
        parameters: {
            query?: {
                /** @description The position that the report stands at; above the highest one is 409. Without it, the highest one. */
                at?: number;
                /** @description pdf or json. Without it, what Accept takes, the PDF first. */
                format?: components["schemas"]["ReportFormat"];
            };
            header?: never;
            path: {
                /** @description The model's id. */
                model_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplianceReport"];
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The call came with a token; there is no session */
            404: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["OpenSession"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The user is not known, or the password is wrong */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            /** @description Too many sign-ins have failed */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sessionClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    tokenList: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit. */
                cursor?: string;
                /** @description How many a page; without it the whole list comes. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    tokenCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "CI of claims-fraud",
                 *       "role": "model_owner"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiToken"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    tokenRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The token's id. */
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userList: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit. */
                cursor?: string;
                /** @description How many a page; without it the whole list comes. */
                limit?: number;
                /** @description The organisation; for platform staff, who see all. Everybody else sees their own. */
                organization_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 3,
                     *         "username": "ada",
                     *         "email": "ada@example.org",
                     *         "is_active": true,
                     *         "role": "model_owner",
                     *         "organization_id": 2,
                     *         "platform": false,
                     *         "created_at": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["User"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ada",
                 *       "email": "ada@example.org",
                 *       "password": "correct horse battery",
                 *       "role": "model_owner"
                 *     }
                 */
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "username": "ada",
                     *       "email": "ada@example.org",
                     *       "is_active": true,
                     *       "role": "model_owner",
                     *       "organization_id": 2,
                     *       "platform": false,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "username": "ada",
                     *       "email": "ada@example.org",
                     *       "is_active": true,
                     *       "role": "model_owner",
                     *       "organization_id": 2,
                     *       "platform": false,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The user's id. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "compliance_officer"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "username": "ada",
                     *       "email": "ada@example.org",
                     *       "is_active": true,
                     *       "role": "model_owner",
                     *       "organization_id": 2,
                     *       "platform": false,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The user's id. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "correct horse battery",
                 *       "password": "a longer and better one"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            /** @description Too many wrong passwords, here or at sign-in */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    userPeople: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit. */
                cursor?: string;
                /** @description How many a page; without it the whole list comes. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    versionRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model_id": 42,
                 *       "version_tag": "1.4.0",
                 *       "s3_path": "s3://models/claims-fraud/1.4.0",
                 *       "artifact_digest": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterVersion"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 12,
                     *       "model_id": 42,
                     *       "version_tag": "1.4.0",
                     *       "s3_path": "s3://models/claims-fraud/1.4.0",
                     *       "artifact_digest": null,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    versionRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The version's id. */
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 12,
                     *       "model_id": 42,
                     *       "version_tag": "1.4.0",
                     *       "s3_path": "s3://models/claims-fraud/1.4.0",
                     *       "artifact_digest": null,
                     *       "created_at": "2026-11-24T13:00:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    versionMetrics: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit */
                cursor?: string;
                /** @description How many a page, 1 to 500; without it the whole list is streamed */
                limit?: number;
                /** @description Only metrics of this name. */
                metric_name?: string;
            };
            header?: {
                /** @description Answers at once, however far behind the events the read model is. */
                Prefer?: "handling=lenient";
            };
            path: {
                /** @description The version's id. */
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Damaged-Entities": components["headers"]["Hub-Damaged-Entities"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Hub-Stale": components["headers"]["Hub-Stale"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 310,
                     *         "version_id": 12,
                     *         "metric_name": "recall",
                     *         "value": 0.94,
                     *         "timestamp": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Metric"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    versionRecordAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The version's id. */
                version_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "metric_name": "recall",
                 *         "value": 0.94
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Measurement"][];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 310,
                     *         "version_id": 12,
                     *         "metric_name": "recall",
                     *         "value": 0.94,
                     *         "timestamp": "2026-11-24T13:00:00.000000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Metric"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    savedViewList: {
        parameters: {
            query?: {
                /** @description From the Link header of another page of the same list; goes with limit. */
                cursor?: string;
                /** @description How many a page; without it the whole list comes. */
                limit?: number;
                /** @description Only views of this list. */
                page?: components["schemas"]["SavedViewPage"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "Hub-Position": components["headers"]["Hub-Position"];
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    savedViewCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSavedView"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    savedViewRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The view's id. */
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    savedViewDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The view's id. */
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            421: components["responses"]["MisdirectedRequest"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    savedViewChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this one change, of the client's choice. Sent again with the same body, it gets the kept answer. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the resource must still have; without it the change happens whatever the version. */
                "If-Match"?: string;
                /** @description The session's CSRF token; needed with a session's cookie, ignored with a token. */
                "X-CSRF-Token"?: string;
            };
            path: {
                /** @description The view's id. */
                view_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSavedView"];
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Hub-Position": components["headers"]["Hub-Position"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            421: components["responses"]["MisdirectedRequest"];
            422: components["responses"]["UnprocessableContent"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDescription"][];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The last part of a problem's type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDescription"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
        };
    };
}
