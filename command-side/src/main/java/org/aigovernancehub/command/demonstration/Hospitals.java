package org.aigovernancehub.command.demonstration;

import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL;
import static org.aigovernancehub.api.policy.ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK;
import static org.aigovernancehub.api.policy.PolicyMode.ENFORCE;
import static org.aigovernancehub.api.policy.PolicyMode.WARN;
import static org.aigovernancehub.api.registry.DatasetType.INFERENCE;
import static org.aigovernancehub.api.registry.DatasetType.TEST;
import static org.aigovernancehub.api.registry.DatasetType.TRAINING;
import static org.aigovernancehub.api.registry.DatasetType.VALIDATION;
import static org.aigovernancehub.api.registry.DependencyType.DERIVED_FROM;
import static org.aigovernancehub.api.registry.DependencyType.DISTILLED_FROM;
import static org.aigovernancehub.api.registry.DependencyType.FINE_TUNED_FROM;
import static org.aigovernancehub.command.demonstration.Story.m;

import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;

/** A hospital group that learns as it goes: its first policies only warn, and are enforced later; thirteen models. */
final class Hospitals {
    private final House house;
    private final Person clara;
    private final Person felix;
    private final Person amir;
    private final Person lea;
    private final Person nina;
    private final House.Data records;
    private final House.Data images;
    private final House.Data vitals;
    private final House.Data staffing;

    private Hospitals(Year year, Person platform) {
        house = new House(year, "St. Brigid Hospital Group", "stbrigid.example", "healthcare");
        house.on(255)
                .founded(platform, "Six hospitals and a research institute; many of its models are medical devices.");
        var oscar = house.hires(platform, "oscar.nyman", Role.ADMIN);
        clara = house.hires(oscar, "clara.jensen", Role.COMPLIANCE_OFFICER);
        felix = house.hires(oscar, "felix.moreau", Role.COMPLIANCE_OFFICER);
        amir = house.hires(oscar, "amir.haddad", Role.MODEL_OWNER);
        lea = house.hires(oscar, "lea.fontaine", Role.MODEL_OWNER);
        nina = house.hires(oscar, "nina.sorensen", Role.MODEL_OWNER);
        house.hires(oscar, "ruth.keller", Role.AUDITOR);
        house.on(254)
                .policy(
                        clara,
                        "A clinician endorses",
                        REQUIRE_REVIEW_FOR_HIGH_RISK,
                        WARN,
                        "High risk needs an endorsing review by somebody who has not built it.");
        house.on(248)
                .policy(
                        clara,
                        "Measured in production",
                        Environment.PROD,
                        REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        ENFORCE,
                        "What runs at the bedside has been measured.");
        house.on(150).enforces(clara, "A clinician endorses");
        house.on(140)
                .policy(
                        felix,
                        "Measured everywhere",
                        REQUIRE_EVALUATION_BEFORE_APPROVAL,
                        WARN,
                        "To be enforced from next year.");
        house.on(252);
        records = house.dataset(
                lea,
                "Inpatient records, pseudonymised",
                "Diagnoses, medication and stays of six hospitals",
                "fhir:warehouse/Encounter",
                DataSensitivity.PHI,
                DataClassification.RESTRICTED,
                1_340_000);
        images = house.dataset(
                amir,
                "Radiology archive",
                "X-ray and mammography with reports",
                "dicom:pacs/archive",
                DataSensitivity.PHI,
                DataClassification.RESTRICTED,
                812_000);
        vitals = house.dataset(
                lea,
                "Intensive care vitals",
                "One reading a minute, twelve beds a ward",
                "influx:icu/vitals",
                DataSensitivity.PHI,
                DataClassification.RESTRICTED,
                2_100_000_000L);
        staffing = house.dataset(
                nina,
                "Rosters and occupancy",
                "Shifts, beds and elective admissions",
                "postgres:ops.roster",
                DataSensitivity.INTERNAL,
                DataClassification.INTERNAL,
                96_000);
        house.on(245).token(amir, "imaging pipeline");
    }

    /** Writes the group's year. */
    static House in(Year year, Person platform) {
        var hospitals = new Hospitals(year, platform);
        hospitals.imaging();
        hospitals.bedside();
        hospitals.operations();
        return hospitals.house;
    }

    private void imaging() {
        var base = house.model(
                        amir,
                        Environment.STAGING,
                        "Clinical imaging base",
                        "A vision transformer on our radiology archive; parent of the readers.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "imaging",
                        "Errors are passed on to every reader.",
                        "Base for fine-tuning only.",
                        "Radiology archive",
                        "Not connected to a viewer.")
                .on(242)
                .registered()
                .uses(images, TRAINING)
                .on(238)
                .version("1.0", m("top1", 0.781))
                .on(233)
                .submitted("Base for three readers.")
                .approvedDespiteWarnings(clara, "As a base only; the readers are judged by themselves.")
                .on(155)
                .version("1.1", m("top1", 0.803))
                .on(85)
                .version("2.0", m("top1", 0.846));
        house.model(
                        amir,
                        Environment.PROD,
                        "Chest X-ray triage",
                        "Puts films with a suspected pneumothorax on top of the reading list.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "imaging",
                        "A film that it ranks low waits for hours.",
                        "Order the reading list; every film is read.",
                        "Radiology archive",
                        "A radiologist reads every film.")
                .on(205)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "Head and last four blocks")
                .uses(images, TRAINING)
                .uses(images, VALIDATION)
                .on(201)
                .version("1.0", m("sensitivity", 0.932), m("specificity", 0.871))
                .on(198)
                .submitted("Site trial at two hospitals.")
                .endorsed(felix, "Reading order only; no film is left out.")
                .on(197)
                .approved(clara, "Clinical evaluation CE-118.")
                .on(112)
                .version("1.1", m("sensitivity", 0.941), m("specificity", 0.874))
                .on(29)
                .version("1.2", m("sensitivity", 0.951), m("specificity", 0.883))
                .on(13)
                .submitted(amir, "The indication is to include paediatrics.")
                .on(11)
                .changesRequested(felix, "No film of a child is in the test set.");
        house.model(
                        lea,
                        Environment.STAGING,
                        "Mammography second reader",
                        "Reads screening mammograms independently of the first radiologist.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "imaging",
                        "A missed carcinoma; or a recall that frightens for nothing.",
                        "Second reading in screening; discordant cases go to a third reader.",
                        "Radiology archive",
                        "A consensus conference decides.")
                .on(120)
                .registered()
                .cameFrom(base, FINE_TUNED_FROM, "All layers")
                .uses(images, TRAINING)
                .uses(images, TEST)
                .on(114)
                .version("0.8", m("auc", 0.918), m("recall_rate", 0.052))
                .on(62)
                .version("0.9", m("auc", 0.931), m("recall_rate", 0.044))
                .on(31)
                .version("1.0", m("auc", 0.944), m("recall_rate", 0.038))
                .on(9)
                .submitted("Ready for the screening programme.")
                .on(6)
                .endorsed(felix, "The reader study of 4,000 cases supports it.");
        house.model(
                        nina,
                        Environment.TEST,
                        "Fracture detection",
                        "Marks suspected fractures for the emergency department.")
                .touches(DataSensitivity.PHI, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "imaging",
                        "An overlooked fracture at night.",
                        "Hint for junior doctors.",
                        "Radiology archive",
                        "A radiologist reads the film the next morning.")
                .on(77)
                .registered()
                .cameFrom(base, DISTILLED_FROM, "Runs on the modality")
                .uses(images, TRAINING)
                .on(69)
                .version("0.1", m("sensitivity", 0.861))
                .on(35)
                .version("0.2", m("sensitivity", 0.889))
                .on(27)
                .blocked(clara, "The emergency department asks for it.");
    }

    private void bedside() {
        var sepsis = house.model(
                        lea,
                        Environment.PROD,
                        "Sepsis early warning",
                        "Warns of a sepsis six hours before it is apparent.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "critical care",
                        "Alarms that are false tire staff; alarms that fail cost lives.",
                        "Call a rapid response nurse to the bed.",
                        "Intensive care vitals, inpatient records",
                        "A nurse judges at the bed.")
                .on(235)
                .registered()
                .uses(vitals, TRAINING)
                .uses(vitals, INFERENCE)
                .uses(records, TRAINING)
                .on(229)
                .version("1.0", m("auroc", 0.812), m("alarms_per_day", 9.4), m("lead_time_h", 4.1))
                .on(225)
                .submitted("Pilot of one ward.")
                .changesRequested(felix, "More than nine alarms a day on a ward are not heard any more.")
                .on(207)
                .version("1.1", m("auroc", 0.829), m("alarms_per_day", 5.2), m("lead_time_h", 4.6))
                .on(204)
                .endorsed(felix, "Alarms are bearable; the ward asked to keep it.")
                .approved(clara, "Clinical evaluation CE-121, one ward.")
                .on(132)
                .version("1.2", m("auroc", 0.847), m("alarms_per_day", 4.0), m("lead_time_h", 5.3))
                .on(57)
                .version("2.0", m("auroc", 0.868), m("alarms_per_day", 3.1), m("lead_time_h", 5.9));
        house.model(
                        lea,
                        Environment.PROD,
                        "Readmission risk",
                        "Estimates whether somebody comes back within thirty days.")
                .touches(DataSensitivity.PHI, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.HIGH,
                        "discharge",
                        "People go home without the help that they need.",
                        "Plan calls after discharge.",
                        "Inpatient records",
                        "A case manager decides.")
                .on(222)
                .registered()
                .uses(records, TRAINING)
                .on(218)
                .version("2023", m("auroc", 0.761), m("brier", 0.142))
                .on(214)
                .submitted("Used by case managers already.")
                .endorsed(felix, "Known for years.")
                .approved(clara, "Taken over from the old list.")
                .on(128)
                .version("2024", m("auroc", 0.744), m("brier", 0.151))
                .on(46)
                .version("2025", m("auroc", 0.709), m("brier", 0.167));
        house.model(lea, Environment.PROD, "ICU mortality score", "A logistic score from 2016.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "critical care",
                        "Treatment may be limited because of a number.",
                        "Compare wards.",
                        "Intensive care vitals",
                        "Never shown at the bed.")
                .on(247)
                .registered()
                .uses(vitals, TRAINING)
                .version("1", m("auroc", 0.790))
                .on(246)
                .submitted("From the old list.")
                .endorsed(clara, "For comparison only.")
                .approved(felix, "For comparison only.")
                .on(90)
                .retired(lea, "Wards are compared by the national register now.");
        house.model(
                        nina,
                        Environment.TEST,
                        "Discharge letter drafting",
                        "Drafts the letter from the record; the doctor signs.")
                .touches(DataSensitivity.PHI, DataClassification.CONFIDENTIAL)
                .risk(
                        RiskLevel.LIMITED,
                        "documentation",
                        "A wrong dose is copied and not noticed.",
                        "Save an hour a day of typing.",
                        "Inpatient records",
                        "The doctor edits and signs each letter.")
                .on(54)
                .registered()
                .uses(records, TRAINING)
                .on(49)
                .version("0.3", m("rouge_l", 0.44), m("factual_errors_per_letter", 0.9))
                .on(21)
                .version("0.4", m("rouge_l", 0.47), m("factual_errors_per_letter", 0.4))
                .on(16)
                .submitted("Trial in internal medicine.");
        house.model(
                        nina,
                        Environment.DEV,
                        "Patient mood inference",
                        "Would read the mood of patients from cameras in waiting rooms.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.UNACCEPTABLE,
                        "waiting room",
                        "Infers emotions of people who cannot avoid it.",
                        "Send staff where tempers rise.",
                        "Camera streams",
                        "None.")
                .on(28)
                .registered()
                .on(24)
                .submitted("Suggested by facility management.")
                .on(23)
                .blocked(clara, "To see what the policies say.");
        house.model(lea, Environment.TEST, "Septic shock extension", "Extends the early warning to septic shock.")
                .touches(DataSensitivity.PHI, DataClassification.RESTRICTED)
                .risk(
                        RiskLevel.HIGH,
                        "critical care",
                        "As the early warning.",
                        "Escalate to intensive care.",
                        "Intensive care vitals",
                        "A nurse judges at the bed.")
                .on(18)
                .registered()
                .cameFrom(sepsis, DERIVED_FROM, "Same features, later horizon")
                .uses(vitals, TRAINING);
    }

    private void operations() {
        house.model(nina, Environment.PROD, "Bed occupancy forecast", "Forecasts occupied beds by ward for ten days.")
                .risk(
                        RiskLevel.MINIMAL,
                        "operations",
                        "Wards are staffed wrongly.",
                        "Plan beds.",
                        "Rosters and occupancy",
                        "The bed manager plans.")
                .on(210)
                .registered()
                .uses(staffing, TRAINING)
                .on(206)
                .version("1", m("mape", 0.112))
                .approved(felix, "Minimal risk.")
                .on(102)
                .version("2", m("mape", 0.094))
                .on(32)
                .version("3", m("mape", 0.081))
                .on(0)
                .version("4", m("mape", 0.078));
        house.model(nina, Environment.STAGING, "No-show prediction", "Tells which appointments may not be kept.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.LIMITED,
                        "operations",
                        "People who are poor are booked twice more often.",
                        "Send reminders; never book twice.",
                        "Appointments",
                        "Reminders only.")
                .on(134)
                .registered()
                .on(131)
                .submitted("Reminders by text message.")
                .endorsed(clara, "Reminders harm nobody.")
                .approvedDespiteWarnings(felix, "Without figures for now; the warning is on record.")
                .on(71)
                .version("1", m("auc", 0.73));
        house.model(nina, Environment.DEV, "Staff rostering", "Proposes shifts that keep the rules of rest.")
                .touches(DataSensitivity.PII, DataClassification.INTERNAL)
                .risk(
                        RiskLevel.LIMITED,
                        "operations",
                        "Shifts that look fair and are not.",
                        "Proposals for ward managers.",
                        "Rosters and occupancy",
                        "The ward manager decides; the works council watches.")
                .on(39)
                .registered()
                .uses(staffing, TRAINING)
                .version("0.1", m("violated_wishes", 0.21))
                .on(10)
                .version("0.2", m("violated_wishes", 0.16));
    }
}
