package org.aigovernancehub.hub.web.filter;

/** Where the API is. */
public final class Paths {
    public static final String API = "/api/v1";

    private Paths() {}

    /** Tells whether a path is below the API's base, or is it. */
    public static boolean isApi(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }
}
