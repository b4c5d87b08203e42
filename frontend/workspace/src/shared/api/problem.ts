export interface FieldError {
  pointer: string;
  code: string;
  message?: string;
}

export interface ProblemBody {
  type: string;
  title?: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: FieldError[];
  changedBy?: string;
  changedAt?: string;
  documentId?: number;
  retryAfterSeconds?: number;
  [member: string]: unknown;
}

/** An answer of the server that is not what was asked for (RFC 9457). The interface chooses its words by {@link code}. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.title ?? body.type);
    this.name = "Problem";
    this.body = body;
  }

  get code(): string {
    return this.body.type.replace(/^urn:qppl:problem:/, "");
  }

  get status(): number {
    return this.body.status;
  }

  get conflict(): boolean {
    return this.status === 409;
  }

  /** The last part of each pointer with what is wrong there: {@code /fields/issuedOn} is {@code issuedOn}. */
  get fields(): Record<string, FieldError> {
    const found: Record<string, FieldError> = {};
    for (const error of this.body.errors ?? []) {
      const name = error.pointer.split("/").pop();
      if (name !== undefined && name !== "" && found[name] === undefined) found[name] = error;
    }
    return found;
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem({ type: "urn:qppl:problem:page", status: -1, detail: String(error) });
}
