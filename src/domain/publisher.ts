/** Who answers for the pages, as the law asks of them; null = the office has not said it yet. */
export interface Publisher {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Director of publication. */
  readonly director: string | null;
  /** Who hosts the service: name, address, phone. */
  readonly host: string | null;
  /** Where questions about personal data go. */
  readonly dataProtection: string | null;
}
