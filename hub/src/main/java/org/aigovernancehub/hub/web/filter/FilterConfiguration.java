package org.aigovernancehub.hub.web.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.command.web.RequestBodyFilter;
import org.aigovernancehub.hub.launch.OnRole;
import org.aigovernancehub.hub.settings.HubRole;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.aigovernancehub.hub.web.proxy.Departure;
import org.aigovernancehub.hub.web.proxy.DepartureFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/** The order of the filters; security comes after them all, so that it sees paths without trailing slashes and bodies of sane sizes. */
@Configuration(proxyBeanMethods = false)
public class FilterConfiguration {
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<CorrelationIdFilter> correlationIds() {
        var registration = at(0, new CorrelationIdFilter());
        // Streams go on in other threads, whose log lines shall have the id as well.
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<AnswerHeadersFilter> answerHeaders() {
        return at(1, new AnswerHeadersFilter());
    }

    @Bean
    FilterRegistrationBean<DepartureFilter> departureFilter(Departure departure, ProblemResponses responses) {
        return at(2, new DepartureFilter(departure, responses));
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> filterProblems(ProblemResponses responses) {
        return at(3, new ProblemFilter(responses));
    }

    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        return at(4, UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
    }

    @Bean
    FilterRegistrationBean<RoleRoutingFilter> roleRouting(@Value("${" + OnRole.PROPERTY + ":all}") String role) {
        return at(5, new RoleRoutingFilter(Wire.of(HubRole.class, role)));
    }

    @Bean
    FilterRegistrationBean<RequestBodyFilter> requestBodies() {
        return at(6, new RequestBodyFilter());
    }

    /** Takes the place of Spring's, which is on unless there is one: the dispatcher does the same itself. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContexts() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int place, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FIRST + place);
        return registration;
    }
}
