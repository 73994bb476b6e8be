/** What the hub answers and takes. Times are RFC 3339 in UTC, ids are whole numbers that are unique per kind. */

export const environments = ['dev', 'test', 'staging', 'prod'] as const;
export const riskLevels = ['unclassified', 'minimal', 'limited', 'high', 'unacceptable'] as const;
export const complianceStatuses = ['draft', 'under_review', 'approved', 'retired'] as const;
export const dataSensitivities = ['public', 'internal', 'pii', 'phi', 'pci'] as const;
export const dataClassifications = ['public', 'internal', 'confidential', 'restricted'] as const;
export const datasetTypes = ['training', 'validation', 'test', 'inference'] as const;
export const dependencyTypes = [
  'fine_tuned_from',
  'ensemble_component_of',
  'distilled_from',
  'derived_from',
] as const;
export const roles = ['admin', 'compliance_officer', 'model_owner', 'auditor'] as const;
export const policyScopes = ['global', 'organization', 'environment'] as const;
export const policyModes = ['enforce', 'warn'] as const;
export const conditionTypes = [
  'require_evaluation_before_approval',
  'block_high_risk_without_approval',
  'require_review_for_high_risk',
  'prohibit_unacceptable_risk',
] as const;

export type Environment = (typeof environments)[number];
export type RiskLevel = (typeof riskLevels)[number];
export type ComplianceStatus = (typeof complianceStatuses)[number];
export type DataSensitivity = (typeof dataSensitivities)[number];
export type DataClassification = (typeof dataClassifications)[number];
export type DatasetType = (typeof datasetTypes)[number];
export type DependencyType = (typeof dependencyTypes)[number];
export type Role = (typeof roles)[number];
export type PolicyScope = (typeof policyScopes)[number];
export type PolicyMode = (typeof policyModes)[number];
export type ConditionType = (typeof conditionTypes)[number];
export type Verdict = 'pass' | 'fail' | 'warn';
export type ReviewOutcome = 'endorsed' | 'changes_requested';

export type ModelAction =
  | 'update'
  | 'update_risk_profile'
  | 'register_version'
  | 'record_metric'
  | 'link_dataset'
  | 'add_dependency'
  | 'submit_for_review'
  | 'review'
  | 'approve'
  | 'return_to_draft'
  | 'retire';

export type Permission =
  | 'read'
  | 'tokens:own'
  | 'registry:write'
  | 'models:submit'
  | 'models:decide'
  | 'policies:write'
  | 'organization:admin';

export interface Session {
  user_id: number;
  csrf_token: string;
  expires_at: string | null;
}

export interface User {
  id: number;
  username: string;
  email: string | null;
  is_active: boolean;
  role: Role;
  organization_id: number | null;
  platform: boolean;
  created_at: string;
}

/** A user, as colleagues see it. */
export interface Person {
  id: number;
  username: string;
  role: Role;
  organization_id: number | null;
  platform: boolean;
  is_active: boolean;
}

export type SavedViewPage = 'models' | 'violations' | 'audit' | 'datasets' | 'policies';

export interface SavedView {
  id: number;
  user_id: number;
  name: string;
  page: SavedViewPage;
  query: string;
  shared: boolean;
  created_at: string;
  updated_at: string;
}

export interface Me extends User {
  permissions: Permission[];
}

export interface Model {
  id: number;
  name: string;
  description: string | null;
  owner: string;
  created_at: string;
  updated_at: string;
  organization_id: number;
  environment: Environment;
  risk_level: RiskLevel;
  domain: string | null;
  potential_harm: string | null;
  intended_purpose: string | null;
  data_sources: string | null;
  oversight_plan: string | null;
  data_sensitivity: DataSensitivity;
  data_classification: DataClassification;
  jurisdiction: string | null;
  sector: string | null;
  compliance_status: ComplianceStatus;
  submitted_by: number | null;
  approved_by_user_id: number | null;
  approved_at: string | null;
  approval_notes: string | null;
  latest_version: string | null;
  allowed_actions: ModelAction[];
}

export interface FacetCount<T> {
  value: T;
  count: number;
}

/** How many models each choice of a filter would leave. */
export interface ModelFacets {
  total: number;
  exact: boolean;
  risk_level: FacetCount<RiskLevel>[];
  compliance_status: FacetCount<ComplianceStatus>[];
  environment: FacetCount<Environment>[];
  data_sensitivity: FacetCount<DataSensitivity>[];
  organization_id: FacetCount<number>[] | null;
}

export interface NewModel {
  name: string;
  owner: string;
  description?: string | null;
  risk_level?: RiskLevel;
  domain?: string | null;
  potential_harm?: string | null;
  intended_purpose?: string | null;
  data_sources?: string | null;
  oversight_plan?: string | null;
  data_sensitivity?: DataSensitivity;
  data_classification?: DataClassification;
  jurisdiction?: string | null;
  sector?: string | null;
  environment?: Environment;
  organization_id?: number;
}

export type ModelPatch = Partial<
  Pick<
    Model,
    'name' | 'description' | 'owner' | 'data_sensitivity' | 'data_classification' | 'jurisdiction' | 'sector'
  >
>;

export type RiskProfilePatch = Partial<
  Pick<
    Model,
    'risk_level' | 'domain' | 'potential_harm' | 'intended_purpose' | 'data_sources' | 'oversight_plan'
  >
>;

export interface Facts {
  current_status: ComplianceStatus;
  attempted_status: ComplianceStatus;
  risk_level: RiskLevel;
  metric_count: number;
  independent_endorsement: boolean;
}

export interface PolicyEvaluation {
  policy_id: number;
  policy_name: string;
  policy_version: number;
  condition_type: ConditionType;
  mode: PolicyMode;
  verdict: Verdict;
  reason: string;
  required: string;
  actual: string;
  facts: Facts;
}

export interface TransitionAssessment {
  status: ComplianceStatus;
  reachable: boolean;
  allowed: boolean;
  permitted: boolean;
  reason: string;
  policies: PolicyEvaluation[];
}

/** One policy's objection, as a refusal or a warning carries it. */
export interface Finding {
  violation_id?: number;
  policy_id: number;
  policy_name: string;
  condition_type: ConditionType;
  reason: string;
  required?: string;
  actual?: string;
  facts: Facts;
}

export interface StatusChange {
  status: ComplianceStatus;
  reason?: string;
  approval_notes?: string;
}

export interface StatusChanged extends Model {
  warnings?: Finding[];
}

export interface Version {
  id: number;
  model_id: number;
  version_tag: string;
  s3_path: string | null;
  artifact_digest: string | null;
  created_at: string;
}

export interface Metric {
  id: number;
  version_id: number;
  metric_name: string;
  value: number;
  timestamp: string;
}

export interface Review {
  id: number;
  model_id: number;
  user_id: number;
  outcome: ReviewOutcome;
  notes: string;
  created_at: string;
}

export interface Dataset {
  id: number;
  name: string;
  description: string | null;
  source_system: string | null;
  location: string | null;
  data_sensitivity: DataSensitivity;
  data_classification: DataClassification;
  organization_id: number;
  record_count: number | null;
  created_at: string;
}

/** The use of a dataset, with the model as it is now. */
export interface LinkedModel {
  id: number;
  dataset_id: number;
  dataset_type: DatasetType;
  model_id: number;
  model_name: string;
  environment: Environment;
  risk_level: RiskLevel;
  compliance_status: ComplianceStatus;
  model_version_id: number | null;
  notes: string | null;
  created_at: string;
}

export interface DatasetLink {
  id: number;
  model_id: number;
  model_version_id: number | null;
  dataset_id: number;
  dataset_type: DatasetType;
  notes: string | null;
  created_at: string;
}

export interface Dependency {
  id: number;
  parent_model_id: number;
  parent_version_id: number | null;
  child_model_id: number;
  child_version_id: number | null;
  dependency_type: DependencyType;
  notes: string | null;
  created_at: string;
}

export interface Lineage {
  datasets: DatasetLink[];
  parent_models: Dependency[];
  child_models: Dependency[];
}

export interface Policy {
  id: number;
  name: string;
  description: string | null;
  scope: PolicyScope;
  condition_type: ConditionType;
  parameters: Record<string, unknown>;
  mode: PolicyMode;
  is_active: boolean;
  organization_id: number | null;
  environment: Environment | null;
  created_at: string;
  updated_at: string;
  version: number;
}

/** Which of the models that were looked at a policy would keep from being approved now. */
export interface PolicyImpact {
  examined: number;
  approvable: number;
  models: PolicyImpactModel[];
}

export interface PolicyImpactModel {
  model_id: number;
  name: string;
  organization_id: number;
  environment: Environment;
  risk_level: RiskLevel;
  compliance_status: ComplianceStatus;
  verdict: Verdict;
  reason: string;
  required: string;
  actual: string;
}

export interface Violation {
  id: number;
  policy_id: number;
  model_id: number;
  /** As it is called now; null while its row is missing. */
  model_name: string | null;
  model_version_id: number | null;
  organization_id: number;
  environment: Environment;
  user_id: number | null;
  action: string;
  outcome: 'blocked' | 'warned';
  details: {
    attempted_status: ComplianceStatus;
    current_status: ComplianceStatus;
    policy_name: string;
    policy_condition: ConditionType;
    reason: string;
    facts: Facts;
    [more: string]: unknown;
  };
  created_at: string;
}

export interface AuditEntry {
  id: number;
  entity_type: string;
  entity_id: string;
  /** As it was called then; null for what has no name. */
  entity_name: string | null;
  action: string;
  actor: string;
  actor_id?: number | null;
  details: Record<string, unknown>;
  timestamp: string;
  organization_id: number | null;
  correlation_id: string | null;
  demo?: boolean;
}

export type AuditBucket = 'hour' | 'day' | 'week' | 'month';

export interface AuditHistogram {
  bucket: AuditBucket;
  total: number;
  complete: boolean;
  buckets: { start: string; count: number }[];
}

export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export interface Organization {
  id: number;
  name: string;
  description: string | null;
  is_active: boolean;
  created_at: string;
}

export interface ApiToken {
  id: number;
  user_id: number;
  name: string;
  role: Role;
  expires_at: string;
  created_at: string;
  last_used_at?: string | null;
}

export interface NewApiToken extends ApiToken {
  token: string;
}

export interface DashboardStats {
  total_models: number;
  total_versions: number;
  total_violations: number;
  by_risk_level: { risk_level: RiskLevel; count: number }[];
  by_compliance_status: { status: ComplianceStatus; count: number }[];
  risk_by_status: { risk_level: RiskLevel; compliance_status: ComplianceStatus; count: number }[];
  history: DashboardDay[];
}

export interface DashboardDay {
  date: string;
  models_by_risk_level: Record<RiskLevel, number>;
  models_by_compliance_status: Record<ComplianceStatus, number>;
  approvals: number;
  violations: number;
}

export interface Health {
  status: 'ok' | 'degraded';
  database: 'healthy' | 'unhealthy';
  version: string;
}
