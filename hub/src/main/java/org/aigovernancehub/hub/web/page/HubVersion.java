package org.aigovernancehub.hub.web.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** The version of the running hub. */
@Component
public final class HubVersion {
    private final String value;

    HubVersion(ObjectProvider<BuildProperties> build) {
        var properties = build.getIfAvailable();
        var version = properties == null ? null : properties.getVersion();
        this.value = version == null ? "development" : version;
    }

    public String value() {
        return value;
    }
}
