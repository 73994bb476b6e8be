package org.aigovernancehub.hub.web.proxy;

import org.aigovernancehub.hub.settings.HubSettings;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what proxies say of their clients: the address, by which sign-in is throttled, and whether the connection is encrypted, by which
 * cookies are marked. Only those that {@code HUB_TRUSTED_PROXIES} names are believed; from anybody else the headers mean nothing.
 */
@Component
final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final HubSettings settings;

    TrustedProxies(HubSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.trustedProxies().isEmpty()) {
            return;
        }
        var valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", settings.trustedProxies()));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        // Else the scheme's own port is taken, and pages of another one look like another origin's.
        valve.setPortHeader("X-Forwarded-Port");
        factory.addEngineValves(valve);
    }
}
