import process from 'node:process';
import { administrator, hub } from './environment';

export type Role = 'admin' | 'compliance_officer' | 'model_owner' | 'auditor';

/** An answer of the API: what it said, and what came with it. */
export interface Answer<T> {
  status: number;
  data: T;
  headers: Headers;
}

/** The API, as a program uses it: with a bearer token. */
export class Api {
  constructor(readonly token: string | null) {}

  static async signIn(username: string, password: string): Promise<Api> {
    const response = await fetch(`${hub}/api/v1/auth/token`, {
      method: 'POST',
      body: new URLSearchParams({ username, password }),
    });
    const answer = (await response.json()) as { access_token?: string };
    if (!answer.access_token) {
      throw new Error(`${username} may not sign in: ${JSON.stringify(answer)}`);
    }
    return new Api(answer.access_token);
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    accept = 'application/json',
  ): Promise<Answer<T>> {
    const response = await fetch(`${hub}/api/v1${path}`, {
      method,
      headers: {
        Accept: `${accept}, application/problem+json`,
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return {
      status: response.status,
      data: (isJson && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  private async succeed<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.data)}`);
    }
    return answer.data;
  }

  get<T>(path: string): Promise<T> {
    return this.succeed<T>('GET', path);
  }

  post<T = Made>(path: string, body: unknown): Promise<T> {
    return this.succeed<T>('POST', path, body);
  }

  patch<T = Made>(path: string, body: unknown): Promise<T> {
    return this.succeed<T>('PATCH', path, body);
  }
}

export interface Made {
  id: number;
}

export interface Person {
  id: number;
  username: string;
  password: string;
  role: Role;
  api: Api;
}

let platformClient: Promise<Api> | null = null;

/** The platform's administrator, by the API. */
export function platform(): Promise<Api> {
  platformClient ??= Api.signIn(administrator.username, administrator.password);
  return platformClient;
}

let count = 0;

/** A name that nothing else on the hub has. */
export function unique(what: string): string {
  count++;
  return `${what}-${Date.now().toString(36)}${process.pid.toString(36)}${count}`;
}

const password = 'a password of tests';

/** An organisation of a test's own, with people who are made when they are first asked for. */
export class Organisation {
  private readonly people = new Map<string, Promise<Person>>();

  private constructor(
    readonly id: number,
    readonly name: string,
  ) {}

  static async create(): Promise<Organisation> {
    const name = unique('Agency');
    const { id } = await (await platform()).post('/organizations', { name });
    return new Organisation(id, name);
  }

  /** One that an earlier run has made. */
  static async again(id: number): Promise<Organisation> {
    const { name } = await (await platform()).get<{ name: string }>(`/organizations/${id}`);
    return new Organisation(id, name);
  }

  /** @param which tells people of one role apart */
  person(role: Role, which = ''): Promise<Person> {
    const key = `${role}${which}`;
    let person = this.people.get(key);
    if (!person) {
      person = this.hire(role, which);
      this.people.set(key, person);
    }
    return person;
  }

  private async hire(role: Role, which: string): Promise<Person> {
    const username = unique(`${role}${which}`);
    const { id } = await (
      await platform()
    ).post('/users', {
      username,
      email: `${username}@example.org`,
      password,
      role,
      organization_id: this.id,
    });
    return { id, username, password, role, api: await Api.signIn(username, password) };
  }

  owner(which = ''): Promise<Person> {
    return this.person('model_owner', which);
  }

  officer(which = ''): Promise<Person> {
    return this.person('compliance_officer', which);
  }

  auditor(): Promise<Person> {
    return this.person('auditor');
  }

  admin(): Promise<Person> {
    return this.person('admin');
  }

  /** Registers a model as its owner. */
  async model(more: Record<string, unknown> = {}): Promise<Made & { name: string }> {
    const owner = await this.owner();
    return owner.api.post('/models', {
      name: unique('model'),
      owner: owner.username,
      intended_purpose: 'To be looked at by tests',
      ...more,
    });
  }

  /** Registers a version with metrics. */
  async version(model: number, tag: string, metrics: Record<string, number> = {}): Promise<Made> {
    const { api } = await this.owner();
    const version = await api.post('/versions', { model_id: model, version_tag: tag });
    const batch = Object.entries(metrics).map(([metric_name, value]) => ({ metric_name, value }));
    if (batch.length > 0) {
      await api.post(`/versions/${version.id}/metrics`, batch);
    }
    return version;
  }

  async submit(model: number, reason = 'Please look at it'): Promise<void> {
    await (
      await this.owner()
    ).api.patch(`/models/${model}/compliance-status`, {
      status: 'under_review',
      reason,
    });
  }

  async endorse(model: number): Promise<void> {
    await (
      await this.officer()
    ).api.post(`/models/${model}/reviews`, {
      outcome: 'endorsed',
      notes: 'Looked at, and found in order',
    });
  }

  async approve(model: number): Promise<void> {
    await (
      await this.officer()
    ).api.patch(`/models/${model}/compliance-status`, {
      status: 'approved',
      approval_notes: 'In order',
    });
  }

  async policy(condition: string, more: Record<string, unknown> = {}): Promise<Made & { name: string }> {
    return (await this.officer()).api.post('/policies', {
      name: unique('policy'),
      scope: 'organization',
      condition_type: condition,
      ...more,
    });
  }

  /** The three policies that most organisations begin with. */
  async policies(): Promise<void> {
    await this.policy('require_evaluation_before_approval', { name: 'Evaluation required' });
    await this.policy('block_high_risk_without_approval', { name: 'High risk only out of review' });
    await this.policy('require_review_for_high_risk', { name: 'Independent review' });
  }

  async dataset(more: Record<string, unknown> = {}): Promise<Made & { name: string }> {
    return (await this.owner()).api.post('/datasets', { name: unique('dataset'), ...more });
  }
}
