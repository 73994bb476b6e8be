package org.aigovernancehub.command.demonstration;

import static org.aigovernancehub.api.policy.ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK;
import static org.aigovernancehub.api.policy.PolicyMode.ENFORCE;
import static org.aigovernancehub.api.policy.PolicyMode.WARN;
import static org.aigovernancehub.api.registry.DatasetType.INFERENCE;
import static org.aigovernancehub.api.registry.DatasetType.TEST;
import static org.aigovernancehub.api.registry.DatasetType.TRAINING;
import static org.aigovernancehub.api.registry.DependencyType.DERIVED_FROM;
import static org.aigovernancehub.api.registry.DependencyType.FINE_TUNED_FROM;
import static org.aigovernancehub.command.demonstration.Story.m;

import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;

/** A public agency whose decisions touch people who cannot go elsewhere; thirteen models. */
final class Agency {
    private final House house;
    private final Person daniel;
    private final Person emma;
    private final Person lukas;
    private final Person julia;
    private final Person bence;
    private final House.Data cases;
    private final House.Data mail;
    private final House.Data calls;
    private final House.Data register;

    private Agency(Year year, Person platform) {
        house = new House(year, "Agency for Social Benefits", "benefits.example", "public administration");
        house.on(251)
                .founded(platform, "Decides on housing, family and unemployment benefits for nine million people.");
        var petra = house.hires(platform, "petra.novak", Role.ADMIN);
        daniel = house.hires(petra, "daniel.okafor", Role.COMPLIANCE_OFFICER);
        emma = house.hires(petra, "emma.larsson", Role.COMPLIANCE_OFFICER);
        lukas = house.hires(petra, "lukas.horak", Role.MODEL_OWNER);
        julia = house.hires(petra, "julia.marin", Role.MODEL_OWNER);
        bence = house.hires(petra, "bence.toth", Role.MODEL_OWNER);
        house.hires(petra, "vera.simon", Role.AUDITOR);
        house.on(250)
                .policy(
                        daniel,
                        "Figures before approval",
                        REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        ENFORCE,
                        "A decision of approval names figures that anybody may ask for.");
        house.policy(
                daniel,
                "No direct path to production",
                Environment.PROD,
                BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
                ENFORCE,
                "High risk goes through review.");
        house.policy(
                emma,
                "Second opinion",
                REQUIRE_REVIEW_FOR_HIGH_RISK,
                WARN,
                "Advice of the ombudsperson; enforced in production.");
        house.on(243)
                .policy(
                        emma,
                        "Second opinion in production",
                        Environment.PROD,
                        REQUIRE_REVIEW_FOR_HIGH_RISK,
                        ENFORCE,
                        "Nobody who built it approves it alone.");
        house.on(240)
                .policy(
                        daniel,
                        "Pilot rule for staging",
                        Environment.STAGING,
                        REQUIRE_REVIEW_FOR_HIGH_RISK,
                        ENFORCE,
                        "For the pilot of job matching only.");
        house.on(116).deactivates(daniel, "Pilot rule for staging");
        house.on(249);
        cases = house.dataset(
                lukas,
                "Benefit cases 2018-2025",
                "Applications, decisions and appeals",
                "oracle:benefits.cases",
                DataSensitivity.PII,
                DataClassification.RESTRICTED,
                21_700_000);
        mail = house.dataset(
                julia,
                "Incoming mail",
                "Letters and forms, scanned",
                "archive:mail/inbox",
                DataSensitivity.PII,
                DataClassification.CONFIDENTIAL,
                5_900_000);
        calls = house.dataset(
                julia,
                "Service line recordings",
                "With consent; ninety days",
                "s3:calls/consented",
                DataSensitivity.PII,
                DataClassification.RESTRICTED,
                212_000);
        register = house.dataset(
                bence,
                "Street and address register",
                "Published by the surveying office",
                "https:geo/addresses.csv",
                DataSensitivity.PUBLIC,
                DataClassification.PUBLIC,
                27_300_000);
        house.on(241).token(lukas, "nightly evaluation");
    }

    /** Writes the agency's year. */
    static House in(Year year, Person platform) {
        var agency = new Agency(year, platform);
        agency.decisions();
        agency.language();
        agency.service();
        return agency.house;
    }

    private void decisions() {
        var eligibility = house.model(
                        lukas,
                        Environment.PROD,
                        "Benefit eligibility check",
                        "Finds applications that can be granted without a question.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "essential public services",
                        "People wait for money that they live on.",
                        "Grant at once what is clear; it never refuses.",
                        "Benefit cases",
                        "A case worker decides on everything else.")
                .on(236)
                .registered()
                .uses(cases, TRAINING)
                .uses(cases, INFERENCE)
                .on(231)
                .version("1.0", m("precision", 0.981), m("share_granted_at_once", 0.34))
                .on(227)
                .blocked(daniel, "Straight to production, to shorten the queue.")
                .on(226)
                .submitted("The short way was refused.")
                .endorsed(emma, "It can only grant; the error goes in favour of people.")
                .on(224)
                .approved(daniel, "Impact assessment FRIA-07.")
                .on(144)
                .version("1.1", m("precision", 0.984), m("share_granted_at_once", 0.39))
                .on(67)
                .version("1.2", m("precision", 0.988), m("share_granted_at_once", 0.43));
        house.model(lukas, Environment.PROD, "Benefit fraud indication", "Would rank cases for the inspectors.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "essential public services",
                        "Families come under suspicion because of where they were born.",
                        "Order the list of inspectors.",
                        "Benefit cases",
                        "Inspectors see the reasons and may strike a case.")
                .on(190)
                .registered()
                .uses(cases, TRAINING)
                .on(185)
                .version("0.1", m("precision", 0.41), m("false_positive_gap", 0.19))
                .on(181)
                .submitted("Savings target of the ministry.")
                .changesRequested(emma, "The gap between nationalities is nineteen points. This must not go on.")
                .sentBack(emma, "Remove nationality and what stands in for it.")
                .on(98)
                .version("0.2", m("precision", 0.39), m("false_positive_gap", 0.08))
                .on(45)
                .version("0.3", m("precision", 0.42), m("false_positive_gap", 0.05))
                .on(25)
                .submitted("The gap is five points now.")
                .on(19)
                .blocked(daniel, "The ministry asks for a date.")
                .on(7)
                .blocked(daniel, "Asked again; still nobody has endorsed it.");
        house.model(bence, Environment.STAGING, "Job matching", "Proposes vacancies to people who look for work.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "employment",
                        "Some people are never shown the better vacancies.",
                        "Proposals; people search freely as well.",
                        "Benefit cases, vacancies",
                        "Advisers add and remove proposals.")
                .on(125)
                .registered()
                .uses(cases, TRAINING)
                .on(119)
                .version("0.5", m("ndcg", 0.61), m("exposure_gap", 0.12))
                .on(79)
                .version("0.6", m("ndcg", 0.64), m("exposure_gap", 0.07))
                .on(14)
                .submitted("Pilot in three offices.");
        house.model(
                        julia,
                        Environment.TEST,
                        "Appeals prioritisation",
                        "Puts appeals with a deadline or a hardship first.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "essential public services",
                        "A hardship that it overlooks waits.",
                        "Order of work; all appeals are read.",
                        "Benefit cases",
                        "Weekly sample by the ombudsperson.")
                .on(51)
                .registered()
                .cameFrom(eligibility, DERIVED_FROM, "Same features")
                .uses(cases, TRAINING)
                .on(42)
                .version("0.1", m("recall_hardship", 0.77));
        house.model(
                        bence,
                        Environment.DEV,
                        "Reliability score pilot",
                        "Would have rated people by their conduct towards authorities.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.UNACCEPTABLE,
                        "essential public services",
                        "Social scoring, which article 5 prohibits.",
                        "Decide how closely to look.",
                        "Benefit cases",
                        "None.")
                .on(172)
                .registered()
                .on(168)
                .version("0.1", m("auc", 0.66))
                .on(166)
                .submitted("A consultant's proposal.")
                .blocked(daniel, "To close it formally.")
                .on(165)
                .retired(bence, "A prohibited practice; the pilot has ended and its data are deleted.")
                .on(164)
                .rejected(daniel, ComplianceStatus.APPROVED, "By mistake, from a link in an old mail.");
    }

    private void language() {
        var base = house.model(
                        julia,
                        Environment.STAGING,
                        "Public sector language base",
                        "A multilingual model on laws and guidance; shared by three projects.")
                .touches(DataSensitivity.PUBLIC, DataClassification.PUBLIC)
                .risk(
                        RiskLevel.LIMITED,
                        "language",
                        "Out of date when laws change.",
                        "Base for fine-tuning only.",
                        "Published laws and guidance",
                        "Retrained each quarter.")
                .on(220)
                .registered()
                .on(216)
                .version("2025.1", m("legal_qa_accuracy", 0.64))
                .on(213)
                .submitted("Base for three projects.")
                .approved(emma, "Public data; a base only.")
                .on(148)
                .version("2025.2", m("legal_qa_accuracy", 0.69))
                .on(86)
                .version("2025.3", m("legal_qa_accuracy", 0.73))
                .on(23)
                .version("2025.4", m("legal_qa_accuracy", 0.76));
        house.model(julia, Environment.PROD, "Letter classification", "Sorts incoming mail by benefit and urgency.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.LIMITED,
                        "mail room",
                        "Letters lie with the wrong team.",
                        "Sort mail.",
                        "Incoming mail",
                        "Teams send back what is misplaced.")
                .on(202)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "Classifier head")
                .uses(mail, TRAINING)
                .uses(mail, TEST)
                .on(199)
                .version("1.0", m("f1", 0.87))
                .on(195)
                .submitted("The mail room is behind by a week.")
                .on(194)
                .approved(daniel, "Errors are found within a day.")
                .on(109)
                .version("1.1", m("f1", 0.90))
                .on(48)
                .version("1.2", m("f1", 0.91));
        house.model(
                        julia,
                        Environment.PROD,
                        "Citizen chat assistant",
                        "Answers questions about benefits on the web site.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.MINIMAL,
                        "information",
                        "Somebody does not apply because of a wrong answer.",
                        "Explain what is published.",
                        "Published laws and guidance",
                        "A person takes over on request.")
                .on(158)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "Instruction tuning")
                .on(152)
                .version("1.0", m("answer_accuracy", 0.86))
                .on(149)
                .approved(emma, "Says that it is a machine; hands over to people.")
                .on(76)
                .version("1.1", m("answer_accuracy", 0.89))
                .on(34)
                .riskBecame(
                        julia,
                        RiskLevel.LIMITED,
                        "It now sees the case of whoever signs in, and may tell of it wrongly.")
                .on(30)
                .endorsed(daniel, "The hand-over works; the test set now has 300 real cases.")
                .on(17)
                .version("2.0", m("answer_accuracy", 0.91));
        house.model(bence, Environment.TEST, "Case summary", "Summarises a long case for whoever takes it over.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.LIMITED,
                        "documentation",
                        "A circumstance is left out.",
                        "Help with reading.",
                        "Benefit cases",
                        "Links each sentence to its page.")
                .on(72)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "Long context")
                .uses(cases, TRAINING)
                .on(65)
                .version("0.1", m("faithfulness", 0.88))
                .on(1)
                .describedAs("Summarises a long case, with a link to the page behind each sentence.");
    }

    private void service() {
        house.model(bence, Environment.PROD, "Caseload forecast", "Forecasts applications by office and month.")
                .risk(
                        RiskLevel.MINIMAL,
                        "operations",
                        "Offices are staffed wrongly.",
                        "Plan staff.",
                        "Counts of cases",
                        "The office manager plans.")
                .on(186)
                .registered()
                .version("1", m("mape", 0.097))
                .on(183)
                .approved(emma, "No personal data.")
                .on(82)
                .version("2", m("mape", 0.083))
                .on(0)
                .version("3", m("mape", 0.079));
        house.model(bence, Environment.PROD, "Address matching", "Finds the official address for what people write.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.MINIMAL,
                        "mail room",
                        "A letter is returned.",
                        "Spare corrections by hand.",
                        "Street and address register",
                        "Returns are counted.")
                .on(176)
                .registered()
                .uses(register, TRAINING)
                .version("1", m("match_rate", 0.942))
                .on(173)
                .approved(daniel, "Minimal risk.")
                .on(61)
                .version("2", m("match_rate", 0.967));
        house.model(
                        julia,
                        Environment.STAGING,
                        "Service line transcription",
                        "Writes down calls so that people need not repeat themselves.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.LIMITED,
                        "service",
                        "Dialects are understood badly.",
                        "Notes for the next agent.",
                        "Service line recordings",
                        "The agent reads and corrects.")
                .on(105)
                .registered()
                .uses(calls, TRAINING)
                .version("0.9", m("wer", 0.142))
                .on(99)
                .submitted("Trial with forty agents.")
                .endorsed(emma, "With consent; deleted after ninety days.")
                .on(97)
                .approved(daniel, "Trial only.")
                .on(37)
                .version("1.0", m("wer", 0.117));
        house.model(lukas, Environment.PROD, "Paper form reader", "Read the old paper forms.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.MINIMAL,
                        "mail room",
                        "A wrong digit.",
                        "Pre-fill.",
                        "Incoming mail",
                        "A clerk confirms.")
                .on(237)
                .registered()
                .uses(mail, TRAINING)
                .version("4", m("field_accuracy", 0.921))
                .on(234)
                .approved(daniel, "In use for years.")
                .on(53)
                .retired(lukas, "The last paper form has been withdrawn.");
    }
}
