package org.aigovernancehub.command.report.content;

import java.util.List;

/** What a report is, and what it is not. */
final class Declaration {
    static final List<String> SENTENCES = List.of(
            "This report is an extract of the register of AI models at the event number on its cover. Every statement in it is folded from"
                    + " recorded events; nothing was added, and of the events of this model none was left out.",
            "The same model at the same event number gives the same report, byte for byte, whoever asks. That it was handed out is itself"
                    + " recorded, with the digest of its bytes: a copy can be checked against that entry.",
            "The verdicts of policies are those of the evaluation that enforces them, on the facts at the event number. Verdicts of the past"
                    + " are printed as they were recorded and are not judged again.",
            "The report shows what people and systems have recorded. The register does not know whether it is true: it says who said so, and"
                    + " when.",
            "It is not a conformity assessment, not a certificate and not an EU declaration of conformity, and it does not replace the"
                    + " technical documentation of Article 11. Headings of Annex IV of Regulation (EU) 2024/1689 are named as pointers for the"
                    + " reader; they are no legal advice.",
            "Times are in UTC, as the hubs' clocks told them; the order of events is that of their numbers. Numbers are counted over all"
                    + " organisations of an installation, so that those of one model have gaps.");

    private Declaration() {}
}
