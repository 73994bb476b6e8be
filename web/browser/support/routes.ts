import { hub } from './environment';
import { platform, type Made, type Organisation } from './hub';

/** A page of the application: its address, and how it is called. */
export interface Route {
  name: string;
  path: string;
}

/** An organisation that has something in every list, and an address for every route. */
export async function furnish(agency: Organisation): Promise<Route[]> {
  await agency.policies();
  const warning = await agency.policy('require_evaluation_before_approval', {
    name: 'Evaluate, for now only to see',
    mode: 'warn',
  });
  const parent = await agency.model({ name: 'Foundation', risk_level: 'limited', environment: 'prod' });
  await agency.version(parent.id, '2.0', { auc: 0.7 });
  await agency.approve(parent.id);
  const model = await agency.model({
    name: 'Fraud scorer',
    risk_level: 'high',
    environment: 'prod',
    domain: 'payments',
    sector: 'banking',
    description: 'Scores card payments while they are made, and hands the doubtful ones to a person.',
    potential_harm: 'A payment in good faith is refused.',
    oversight_plan: 'Every refusal is looked at by a person within a day.',
  });
  const versions = [];
  for (const [tag, auc] of [
    ['1.0', 0.81],
    ['1.1', 0.84],
    ['2.0', 0.9],
  ] as const) {
    versions.push(await agency.version(model.id, tag, { auc, 'false positives': 1 - auc }));
  }
  const dataset = await agency.dataset({
    name: 'Card payments',
    data_sensitivity: 'pci',
    source_system: 'ledger',
    record_count: 1_200_000,
  });
  const { api } = await agency.owner();
  await api.post(`/models/${model.id}/datasets`, { dataset_id: dataset.id });
  await api.post(`/models/${model.id}/dependencies`, { parent_model_id: parent.id });
  await agency.submit(model.id, 'Measured on last year');
  const officer = await agency.officer();
  await officer.api.call('PATCH', `/models/${model.id}/compliance-status`, {
    status: 'approved',
    approval_notes: 'Too early',
  });
  await officer.api.post(`/models/${model.id}/reviews`, {
    outcome: 'changes_requested',
    notes: 'Regions lack',
  });
  for (const risk_level of ['unclassified', 'minimal', 'unacceptable']) {
    await agency.model({ risk_level });
  }
  await api.post('/tokens', { name: 'ci-fraud-scorer', role: 'model_owner' });
  return routes({
    model: model.id,
    versions: versions.map((one) => one.id),
    policy: warning.id,
    dataset: dataset.id,
    organisation: agency.id,
  });
}

/** The same addresses in a demonstration; null where the hub has none. */
export async function demonstrated(): Promise<Route[] | null> {
  const welcome = (await (await fetch(`${hub}/api/v1/`)).json()) as { demonstration?: boolean };
  if (!welcome.demonstration) {
    return null;
  }
  const api = await platform();
  const [model] = await api.get<(Made & { organization_id: number })[]>(
    '/models?risk_level=high&compliance_status=approved&sort=id&limit=1',
  );
  const versions = await api.get<Made[]>(`/models/${model!.id}/versions?limit=4`);
  const [policy] = await api.get<Made[]>(`/policies?organization_id=${model!.organization_id}&limit=1`);
  const [dataset] = await api.get<Made[]>(`/datasets?organization_id=${model!.organization_id}&limit=1`);
  return routes({
    model: model!.id,
    versions: versions.map((one) => one.id),
    policy: policy!.id,
    dataset: dataset!.id,
    organisation: model!.organization_id,
  });
}

interface Things {
  model: number;
  versions: number[];
  policy: number;
  dataset: number;
  organisation: number;
}

/** Every route of the application, with something to show. */
function routes({ model: id, versions, policy, dataset, organisation }: Things): Route[] {
  return [
    { name: 'home', path: '/' },
    { name: 'dashboard', path: '/dashboard' },
    { name: 'models', path: '/models' },
    { name: 'models by a filter', path: '/models?risk=high&sort=name' },
    { name: 'register a model', path: '/models/new' },
    { name: 'model', path: `/models/${id}` },
    { name: 'versions', path: `/models/${id}/versions` },
    { name: 'reviews', path: `/models/${id}/reviews` },
    { name: 'lineage of a model', path: `/models/${id}/lineage` },
    { name: 'lineage of a model as a table', path: `/models/${id}/lineage?show=table` },
    { name: 'history', path: `/models/${id}/history` },
    { name: 'documents', path: `/models/${id}/documents` },
    { name: 'compare', path: `/models/${id}/compare?v=${versions.join(',')}` },
    { name: 'approvals', path: '/approvals' },
    { name: 'policies', path: '/policies' },
    { name: 'create a policy', path: '/policies/new' },
    { name: 'policy', path: `/policies/${policy}` },
    { name: 'violations', path: '/violations' },
    { name: 'violations by organisation', path: '/violations?show=matrix' },
    { name: 'lineage', path: '/lineage' },
    { name: 'lineage around a model', path: `/lineage?focus=${id}` },
    { name: 'audit', path: '/audit' },
    { name: 'datasets', path: '/datasets' },
    { name: 'dataset', path: `/datasets/${dataset}` },
    { name: 'organisations', path: '/organizations' },
    { name: 'organisation', path: `/organizations/${organisation}` },
    { name: 'users', path: '/users' },
    { name: 'tokens', path: '/tokens' },
    { name: 'settings', path: '/settings' },
    { name: 'accessibility', path: '/accessibility' },
    { name: 'no such page', path: '/no-such-page' },
  ];
}
