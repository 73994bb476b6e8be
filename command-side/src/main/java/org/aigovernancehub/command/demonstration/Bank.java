package org.aigovernancehub.command.demonstration;

import static org.aigovernancehub.api.policy.ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK;
import static org.aigovernancehub.api.policy.PolicyMode.ENFORCE;
import static org.aigovernancehub.api.policy.PolicyMode.WARN;
import static org.aigovernancehub.api.registry.DatasetType.INFERENCE;
import static org.aigovernancehub.api.registry.DatasetType.TEST;
import static org.aigovernancehub.api.registry.DatasetType.TRAINING;
import static org.aigovernancehub.api.registry.DatasetType.VALIDATION;
import static org.aigovernancehub.api.registry.DependencyType.DISTILLED_FROM;
import static org.aigovernancehub.api.registry.DependencyType.ENSEMBLE_COMPONENT_OF;
import static org.aigovernancehub.api.registry.DependencyType.FINE_TUNED_FROM;
import static org.aigovernancehub.command.demonstration.Story.m;

import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;

/** A retail bank that is used to model risk management: strict policies from the first day, fourteen models. */
final class Bank {
    private final House house;
    private final Person helena;
    private final Person tomas;
    private final Person marta;
    private final Person jonas;
    private final Person sofia;
    private final House.Data ledger;
    private final House.Data bureau;
    private final House.Data cards;
    private final House.Data letters;
    private final House.Data sanctions;

    private Bank(Year year, Person platform) {
        house = new House(year, "Nordhaven Bank", "nordhaven.example", "banking");
        house.on(259)
                .founded(
                        platform,
                        "Retail and business banking in four countries; supervised as a significant institution.");
        var ingrid = house.hires(platform, "ingrid.voss", Role.ADMIN);
        helena = house.hires(ingrid, "helena.brandt", Role.COMPLIANCE_OFFICER);
        tomas = house.hires(ingrid, "tomas.reuter", Role.COMPLIANCE_OFFICER);
        marta = house.hires(ingrid, "marta.klein", Role.MODEL_OWNER);
        jonas = house.hires(ingrid, "jonas.weber", Role.MODEL_OWNER);
        var karl = house.hires(ingrid, "karl.winter", Role.MODEL_OWNER);
        house.hires(ingrid, "paul.anders", Role.AUDITOR);
        house.on(258)
                .policy(
                        helena,
                        "Evaluate before approval",
                        REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        ENFORCE,
                        "Model risk policy 4.2: no model is approved before its performance has been measured.");
        house.policy(
                helena,
                "Four eyes for high risk",
                REQUIRE_REVIEW_FOR_HIGH_RISK,
                ENFORCE,
                "Model risk policy 4.5: somebody who has not built it endorses it.");
        house.on(256)
                .policy(
                        tomas,
                        "High risk in production is reviewed first",
                        Environment.PROD,
                        BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
                        ENFORCE,
                        "Nothing of high risk reaches production straight from a draft.");
        house.on(170)
                .policy(
                        tomas,
                        "Staging follows production",
                        Environment.STAGING,
                        BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
                        WARN,
                        "A warning for now; to be enforced once the teams have changed their pipelines.");
        house.on(257);
        ledger = house.dataset(
                jonas,
                "Core banking ledger 2019-2025",
                "Accounts and instalments, monthly snapshots",
                "snowflake:core.ledger",
                DataSensitivity.PII,
                DataClassification.CONFIDENTIAL,
                48_200_000);
        bureau = house.dataset(
                jonas,
                "Credit bureau extracts",
                "Scores and delinquencies from two bureaus",
                "s3:bureau/extracts",
                DataSensitivity.PII,
                DataClassification.RESTRICTED,
                3_100_000);
        cards = house.dataset(
                marta,
                "Card transactions",
                "Authorisations with terminal and merchant, tokenised",
                "kafka:cards.authorised",
                DataSensitivity.PCI,
                DataClassification.RESTRICTED,
                912_000_000);
        letters = house.dataset(
                marta,
                "Customer letters and complaints",
                "Scanned and typed, names removed",
                "sharepoint:service/letters",
                DataSensitivity.PII,
                DataClassification.CONFIDENTIAL,
                640_000);
        sanctions = house.dataset(
                jonas,
                "Sanctions and PEP lists",
                "Public lists, refreshed daily",
                "https:lists/consolidated.xml",
                DataSensitivity.PUBLIC,
                DataClassification.PUBLIC,
                18_400);
        house.on(250).token(marta, "training pipeline");
        house.on(122);
        sofia = house.hires(ingrid, "sofia.lind", Role.MODEL_OWNER);
        house.on(88).leaves(ingrid, karl);
    }

    /** Writes the bank's year. */
    static House in(Year year, Person platform) {
        var bank = new Bank(year, platform);
        bank.credit();
        bank.crime();
        bank.language();
        bank.rest();
        return bank.house;
    }

    private void credit() {
        var scoring = house.model(
                        marta,
                        Environment.PROD,
                        "Retail credit scoring",
                        "Estimates the probability that a consumer loan is not repaid within twelve months.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "creditworthiness",
                        "People may be refused credit wrongly, or because of traits that stand in for protected ones.",
                        "Rank applications for consumer loans up to 50,000 euros.",
                        "Core banking ledger, two credit bureaus",
                        "A loan officer reviews each refusal; applicants can ask for a person.")
                .on(248)
                .registered()
                .uses(ledger, TRAINING)
                .uses(bureau, TRAINING)
                .uses(bureau, INFERENCE)
                .on(246)
                .submitted("First release after the migration.")
                .blocked(helena, "Wanted for the branch opening.")
                .on(244)
                .version(
                        "1.0.0",
                        m("auc", 0.742),
                        m("ks", 0.361),
                        m("calibration_error", 0.048),
                        m("approval_rate_gap", 0.071))
                .on(242)
                .changesRequested(
                        tomas,
                        "The gap between age groups is above the five points that we tolerate; explain or mend it.")
                .on(236)
                .version(
                        "1.1.0",
                        m("auc", 0.751),
                        m("ks", 0.372),
                        m("calibration_error", 0.041),
                        m("approval_rate_gap", 0.044))
                .on(234)
                .endorsed(tomas, "The gap is within tolerance; the features that caused it are gone.")
                .approved(helena, "Rests on validation report MV-2025-014 and on the endorsement by T. Reuter.")
                .on(170)
                .version(
                        "1.2.0",
                        m("auc", 0.768),
                        m("ks", 0.389),
                        m("calibration_error", 0.036),
                        m("approval_rate_gap", 0.040))
                .on(96)
                .version(
                        "2.0.0",
                        m("auc", 0.793),
                        m("ks", 0.418),
                        m("calibration_error", 0.029),
                        m("approval_rate_gap", 0.033))
                .on(38)
                .version(
                        "2.1.0",
                        m("auc", 0.807),
                        m("ks", 0.431),
                        m("calibration_error", 0.027),
                        m("approval_rate_gap", 0.031));
        var gradient = house.model(
                        jonas,
                        Environment.STAGING,
                        "Bureau score gradient",
                        "Turns the history at two bureaus into one score, as an input of the credit ensemble.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "creditworthiness",
                        "Errors of the bureaus are carried into decisions.",
                        "Component of credit decisions; never used alone.",
                        "Two credit bureaus",
                        "Monthly comparison with manual decisions.")
                .on(180)
                .registered()
                .uses(bureau, TRAINING)
                .on(178)
                .version("0.9.0", m("auc", 0.701), m("ks", 0.322))
                .on(175)
                .submitted("Needed by the ensemble.")
                .endorsed(helena, "Sound as a component; not to be used by itself.")
                .on(174)
                .approved(tomas, "As a component only; see the endorsement.")
                .on(60)
                .version("1.0.0", m("auc", 0.726), m("ks", 0.341));
        var ensemble = house.model(
                        marta,
                        Environment.TEST,
                        "Credit decision ensemble",
                        "Combines retail scoring, the bureau gradient and affordability.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "creditworthiness",
                        "As its components; explanations get harder.",
                        "Replace three scorecards by one decision.",
                        "Scores of its components",
                        "Reasons of each component are kept.")
                .on(64)
                .registered()
                .on(58)
                .version("0.1.0", m("auc", 0.811), m("ks", 0.438), m("explanation_coverage", 0.81))
                .on(30)
                .version("0.2.0", m("auc", 0.815), m("ks", 0.441), m("explanation_coverage", 0.93));
        var affordability = house.model(
                        sofia,
                        Environment.STAGING,
                        "Mortgage affordability",
                        "Estimates which instalment a household can carry over the life of a mortgage.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "creditworthiness",
                        "Households may be refused a home, or burdened beyond their means.",
                        "Support mortgage advisers; the adviser decides.",
                        "Core banking ledger, household survey",
                        "The adviser sees the three strongest reasons and may overrule.")
                .on(70)
                .registered()
                .uses(ledger, TRAINING)
                .uses(bureau, VALIDATION)
                .on(66)
                .version("0.3.0", m("mae_eur", 141.0), m("r2", 0.71))
                .on(44)
                .submitted("Pilot in two regions from spring.")
                .on(43)
                .blocked(helena, "The pilot regions are waiting.")
                .on(40)
                .changesRequested(
                        tomas, "Self-employed households are under-represented; the error there is twice the average.")
                .on(22)
                .version("0.4.0", m("mae_eur", 118.0), m("r2", 0.76))
                .on(4)
                .blocked(helena, "Version 0.4.0 answers the objection; the second reviewer is on leave.");
        scoring.on(20).cameFrom(ensemble, ENSEMBLE_COMPONENT_OF, "Weight 0.6");
        gradient.on(20).cameFrom(ensemble, ENSEMBLE_COMPONENT_OF, "Weight 0.25");
        affordability.on(3).cameFrom(ensemble, ENSEMBLE_COMPONENT_OF, "Planned, weight 0.15");
        house.model(
                        jonas,
                        Environment.PROD,
                        "Behavioural scorecard 2019",
                        "The linear scorecard that retail scoring replaced.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "creditworthiness",
                        "Coarse; treats all self-employed alike.",
                        "Rank applications for consumer loans.",
                        "Core banking ledger",
                        "Quarterly review.")
                .on(252)
                .registered()
                .uses(ledger, TRAINING)
                .version("2019.4", m("auc", 0.688), m("ks", 0.297))
                .on(251)
                .submitted("Taken over from the old register.")
                .endorsed(tomas, "In use since 2019; the records are complete.")
                .approved(helena, "Until retail scoring has replaced it.")
                .on(160)
                .retired(jonas, "Retail credit scoring 1.2.0 has taken over all products.")
                .on(120)
                .rejected(
                        jonas,
                        ComplianceStatus.UNDER_REVIEW,
                        "Wanted back for a comparison; a retired model stays retired.");
    }

    private void crime() {
        house.model(jonas, Environment.PROD, "Card fraud detection", "Scores card authorisations within 40 ms.")
                .touches(DataSensitivity.PCI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.LIMITED,
                        "fraud",
                        "Cards are blocked wrongly while people travel.",
                        "Stop fraudulent payments before they settle.",
                        "Card transactions",
                        "Customers unblock in the app within a minute.")
                .on(240)
                .registered()
                .uses(cards, TRAINING)
                .uses(cards, INFERENCE)
                .on(238)
                .version("3.0", m("recall", 0.912), m("precision", 0.641), m("latency_p99_ms", 38))
                .on(235)
                .submitted("Replaces the rules engine.")
                .approved(tomas, "Shadow run of six weeks without complaints.")
                .on(190)
                .version("3.1", m("recall", 0.926), m("precision", 0.655), m("latency_p99_ms", 36))
                .on(130)
                .version("3.2", m("recall", 0.938), m("precision", 0.662), m("latency_p99_ms", 37))
                .on(74)
                .version("3.3", m("recall", 0.911), m("precision", 0.668), m("latency_p99_ms", 37))
                .on(26)
                .version("3.4", m("recall", 0.874), m("precision", 0.671), m("latency_p99_ms", 39))
                .on(8)
                .riskBecame(
                        jonas,
                        RiskLevel.HIGH,
                        "Whole accounts are now frozen, not cards only; wages may be out of reach over a weekend.")
                .on(5)
                .blocked(tomas, "Recall has dropped, but the freeze is urgent.");
        house.model(jonas, Environment.PROD, "Money laundering alerts", "Ranks payments for the financial crime unit.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "financial crime",
                        "People come under suspicion wrongly.",
                        "Order the queue of analysts.",
                        "Core banking ledger, sanctions lists",
                        "No report is filed without an analyst.")
                .on(230)
                .registered()
                .uses(ledger, TRAINING)
                .uses(sanctions, INFERENCE)
                .on(226)
                .version("1.0", m("precision_at_100", 0.31), m("recall", 0.82))
                .on(222)
                .submitted("Rules produce 96 % false alerts.")
                .endorsed(helena, "Analysts stay in charge; reasons are shown.")
                .on(221)
                .approved(tomas, "Validation report MV-2025-021.")
                .on(140)
                .version("1.1", m("precision_at_100", 0.36), m("recall", 0.84))
                .on(52)
                .version("1.2", m("precision_at_100", 0.41), m("recall", 0.85));
    }

    private void language() {
        var base = house.model(
                        marta,
                        Environment.STAGING,
                        "Nordhaven language base",
                        "An open 7B model, continued on our product documents; the parent of what speaks and reads here.")
                .touches(DataSensitivity.INTERNAL, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.LIMITED,
                        "language",
                        "Invents facts; repeats bias of its training data.",
                        "Base for fine-tuning only.",
                        "Public corpus, product documents",
                        "Not reachable by customers.")
                .on(215)
                .registered()
                .on(212)
                .version("0.1", m("helpfulness", 0.62), m("hallucination_rate", 0.184))
                .on(208)
                .submitted("Base for three projects.")
                .approved(helena, "As a base only.")
                .on(150)
                .version("0.2", m("helpfulness", 0.69), m("hallucination_rate", 0.121))
                .on(80)
                .version("0.3", m("helpfulness", 0.74), m("hallucination_rate", 0.078));
        house.model(
                        marta,
                        Environment.PROD,
                        "Complaint triage",
                        "Routes letters of customers to the team that can help.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.LIMITED,
                        "service",
                        "Urgent complaints wait.",
                        "Sort incoming letters by topic and urgency.",
                        "Customer letters",
                        "Each team moves what is misplaced; moves are learned from.")
                .on(200)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "LoRA, 3 epochs")
                .uses(letters, TRAINING)
                .uses(letters, TEST)
                .on(196)
                .version("1.0", m("f1", 0.83))
                .on(192)
                .submitted("Saves two days for each letter.")
                .endorsed(tomas, "Errors are visible and cheap.")
                .approved(helena, "Low harm; reviewed all the same.")
                .on(100)
                .version("1.1", m("f1", 0.86))
                .on(41)
                .version("1.2", m("f1", 0.88));
        house.model(sofia, Environment.TEST, "Branch assistant", "Answers questions of branch staff about products.")
                .touches(DataSensitivity.INTERNAL, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.LIMITED,
                        "service",
                        "Staff repeat a wrong answer to customers.",
                        "Look-up help for branch staff.",
                        "Product documents",
                        "Each answer names the document that it rests on.")
                .on(90)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "Instruction tuning")
                .on(84)
                .version("0.1", m("answer_accuracy", 0.71), m("hallucination_rate", 0.094))
                .on(50)
                .submitted("Trial in ten branches.")
                .on(47)
                .changesRequested(helena, "It answers questions about tax, which it must not.")
                .sentBack(helena, "Restrict the topics first.")
                .on(12)
                .version("0.2", m("answer_accuracy", 0.79), m("hallucination_rate", 0.052));
        house.model(
                        marta,
                        Environment.STAGING,
                        "Document extraction",
                        "Reads amounts and dates from invoices and payslips.")
                .touches(DataSensitivity.PII, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.MINIMAL,
                        "back office",
                        "Wrong amounts reach a clerk.",
                        "Pre-fill forms; a clerk confirms.",
                        "Customer letters",
                        "A clerk confirms each field.")
                .on(60)
                .registered()
                .cameFrom(base, DISTILLED_FROM, "Student of 0.3")
                .uses(letters, TRAINING)
                .on(55)
                .version("1.0", m("field_accuracy", 0.964))
                .on(2)
                .submitted("Ready for the back office.");
    }

    private void rest() {
        house.model(
                        marta,
                        Environment.PROD,
                        "Customer churn forecast",
                        "Tells which customers may leave within a quarter.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.MINIMAL,
                        "marketing",
                        "People get calls that they do not want.",
                        "Plan the calls of advisers.",
                        "Core banking ledger",
                        "Opt-outs are honoured first.")
                .on(228)
                .registered()
                .uses(ledger, TRAINING)
                .on(224)
                .version("1", m("auc", 0.77))
                .approved(helena, "Minimal risk; straight from the draft.")
                .on(118)
                .version("2", m("auc", 0.79))
                .on(36)
                .version("3", m("auc", 0.80))
                .on(0)
                .version("4", m("auc", 0.804));
        house.model(sofia, Environment.DEV, "Marketing uplift", "An idea of the campaign team; not classified yet.")
                .on(15)
                .registered();
        house.model(
                        jonas,
                        Environment.DEV,
                        "Call centre emotion monitoring",
                        "Would infer the mood of staff from their voice.")
                .touches(DataSensitivity.PII, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.UNACCEPTABLE,
                        "workplace",
                        "Infers emotions of people at work, which article 5 prohibits.",
                        "Coach agents by their tone.",
                        "Call recordings",
                        "None was planned.")
                .on(110)
                .registered()
                .on(106)
                .version("0.1", m("accuracy", 0.55))
                .on(104)
                .submitted("Offered by a vendor.")
                .on(103)
                .blocked(helena, "To have the refusal on record.")
                .sentBack(helena, "A prohibited practice, EU AI Act article 5(1)(f).")
                .on(101)
                .retired(jonas, "The vendor has been told.");
    }
}
