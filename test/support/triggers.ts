// The triggers that hold the rules, by the table that they watch: written out, so that none goes unnoticed.
const words = (text: string) => text.trim().split(/\s+/).sort()

export const triggersByTable: Record<string, string[]> = {
  api_keys: words(
    `api_keys_are_not_replaced api_keys_are_not_widened api_keys_are_replaced_once api_keys_keep_their_names api_keys_keep_their_secret api_keys_stay api_keys_stay_revoked`,
  ),
  audit_entries: words(`audit_entries_are_not_replaced audit_entries_never_change audit_entries_stay`),
  businesses:
    words(`businesses_change_their_reminder_round businesses_have_a_reminder_round businesses_keep_what_has_a_default businesses_are_not_replaced businesses_end_their_links businesses_keep_their_id businesses_links_from_only_rises businesses_stay
    businesses_step_by_step`),
  chain_heads: words(`chain_heads_are_the_newest chain_heads_happen_once chain_heads_never_change
    chain_heads_seal_the_chain chain_heads_stay`),
  client_credits: words(`client_credits_are_the_payments client_credits_start_empty client_credits_stay`),
  clients:
    words(`clients_gain_addresses clients_have_addresses clients_lose_addresses clients_keep_what_has_a_default clients_are_not_replaced clients_deleted_close_withdrawn_quotes clients_deleted_end_their_link
    clients_deleted_lose_draft_invoices clients_deleted_take_their_mail_along
    clients_deleted_end_their_rotation clients_deleted_lose_draft_quotes clients_keep_their_business clients_stay clients_take_their_mail_along clients_stay_deleted
    clients_step_by_step`),
  idempotency_keys: words(`idempotency_keys_are_completed_once idempotency_keys_are_used_once`),
  acting_keys: words(`acting_keys_are_in_force`),
  delivery_reports: words(
    `delivery_reports_are_not_replaced delivery_reports_never_change delivery_reports_stay`,
  ),
  expectations: words(`expectations_hold`),
  invoice_lines: words(`invoice_lines_are_written_anew invoice_lines_delete_in_draft
    invoice_lines_insert_in_draft`),
  invoice_revisions:
    words(`invoice_revisions_are_not_replaced invoice_revisions_follow_the_draft invoice_revisions_need_a_client
    invoice_revisions_need_a_link invoice_revisions_never_change invoice_revisions_send_the_invoice
    invoice_revisions_stay`),
  invoices:
    words(`invoices_keep_beyond_quote invoices_start_within_their_quote invoices_stay_within_their_quote
    invoices_start_in_the_currency_of_their_quote invoices_stay_in_the_currency_of_their_quote
    invoices_are_voided_without_money invoices_voided_take_their_mail_along invoices_keep_what_has_a_default invoices_are_for_quotes_that_were_sent invoices_are_not_replaced invoices_are_paid_by_payments
    invoices_go_to_clients_that_are_there invoices_keep_the_instant_of_their_settling
    invoices_stay_for_quotes_that_were_sent invoices_do_not_take_a_number
    invoices_keep_their_owner invoices_leave_draft_by_a_revision invoices_once_sent_stay
    invoices_once_sent_stay_sent invoices_sent_are_frozen invoices_start_as_drafts invoices_step_by_step`),
  jobs: words(`jobs_are_not_replaced jobs_never_change jobs_stay`),
  link_rotations: words(`link_rotations_are_not_replaced link_rotations_end_once link_rotations_stay`),
  link_requests: words(`link_requests_are_not_replaced link_requests_are_resolved_once`),
  logos: words(`logos_are_not_replaced logos_never_change`),
  messages:
    words(`messages_rounds_only_rise messages_tell_of_their_own_message messages_tell_of_their_own_payment messages_keep_what_has_a_default messages_are_meant_for_a_living_link messages_are_not_replaced
    messages_cancelled_stay_cancelled
    messages_keep_what_they_were_meant_for messages_stay`),
  number_counters: words(`number_counters_start_at_zero number_counters_stay number_counters_step_by_step`),
  payments:
    words(`payments_reversed_take_their_mail_along payments_are_not_replaced payments_are_on_a_sent_invoice payments_move_the_balance
    payments_move_the_credit payments_never_change payments_open_the_credit payments_reversals_mirror
    payments_stay payments_stay_within_the_total payments_use_credit_that_is_there`),
  reminder_rounds: words(`reminder_rounds_are_not_replaced reminder_rounds_stay`),
  reminder_stops: words(`reminder_stops_are_not_replaced reminder_stops_never_change`),
  reminders: words(`reminders_are_not_replaced reminders_never_change reminders_stay`),
  portal_links:
    words(`portal_links_are_born_alive portal_links_end_their_rotation portal_links_are_fixed portal_links_are_not_replaced
    portal_links_need_a_client portal_links_sending_makes_the_first portal_links_stay portal_links_stay_dead
    portal_links_take_their_mail_along`),
  quote_decisions:
    words(`quote_decisions_follow_the_sending quote_decisions_are_on_what_is_open quote_decisions_are_on_what_was_shown
    quote_decisions_by_clients_are_signed
    quote_decisions_come_through_a_living_link quote_decisions_decide_the_quote quote_decisions_happen_once
    quote_decisions_never_change quote_decisions_stay`),
  quote_lines: words(`quote_lines_are_written_anew quote_lines_delete_in_draft quote_lines_insert_in_draft`),
  quote_revisions:
    words(`quote_revisions_are_not_replaced quote_revisions_are_valid_when_sent quote_revisions_follow_the_draft
    quote_revisions_need_a_client quote_revisions_need_a_link quote_revisions_never_change
    quote_revisions_open_the_quote quote_revisions_stay`),
  quote_views: words(`quote_views_are_of_what_is_open quote_views_come_through_a_living_link
    quote_views_never_change quote_views_stay`),
  quotes:
    words(`quotes_keep_what_has_a_default quotes_accepted_never_change quotes_are_decided_by_a_decision quotes_are_not_replaced
    quotes_close_only_once_sent quotes_do_not_take_a_number
    quotes_go_to_clients_that_are_there quotes_keep_the_instant_of_their_decision quotes_keep_their_number quotes_keep_their_owner
    quotes_once_sent_stay quotes_open_by_a_revision quotes_sent_are_frozen quotes_start_as_drafts
    quotes_step_by_step quotes_validity_is_the_revisions quotes_withdrawn_take_their_mail_along`),
  signature_records: words(`signature_records_accept_the_document signature_records_follow_the_chain
    signature_records_happen_once signature_records_never_change signature_records_stay
    signature_records_wait_for_a_head`),
  unsealed_chains: words(`unsealed_chains_begin_with_a_record unsealed_chains_never_change
    unsealed_chains_wait_for_a_head`),
}
