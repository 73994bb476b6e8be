package org.aigovernancehub.architecture;

import java.util.List;

/** The packages that rules speak of. A rule about a package that nobody is in would hold for ever. */
final class Packages {
    static final String ROOT = "org.aigovernancehub";

    static final String API = ROOT + ".api..";
    static final String COMMAND = ROOT + ".command..";
    static final String QUERY = ROOT + ".query..";
    static final String HUB = ROOT + ".hub..";

    static final String CONDITIONS = ROOT + ".command.policy.condition..";
    static final String REPORT_CONTENT = ROOT + ".command.report.content..";
    static final String REPORT_PAPER = ROOT + ".command.report.paper..";
    static final String EVENT_STORE = ROOT + ".command.eventstore..";
    static final String PIPELINE = ROOT + ".command.pipeline..";
    static final String COMMAND_WEB = ROOT + ".command.web..";
    static final String HUB_WEB = ROOT + ".hub.web..";
    static final String LAUNCH = ROOT + ".hub.launch..";
    static final String OPENAPI = ROOT + ".hub.openapi..";
    static final String VERIFY = ROOT + ".hub.verify..";

    private Packages() {}

    static List<String> all() {
        return List.of(
                API,
                COMMAND,
                QUERY,
                HUB,
                CONDITIONS,
                REPORT_CONTENT,
                REPORT_PAPER,
                EVENT_STORE,
                PIPELINE,
                COMMAND_WEB,
                HUB_WEB,
                LAUNCH,
                OPENAPI,
                VERIFY);
    }
}
