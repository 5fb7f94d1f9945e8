// Invoices, in Spanish: their pages, the emails about them and about what is paid on them.
import type { Dictionary } from '../dictionary.ts'

export const invoices: Dictionary['invoices'] = {
  kind: 'Factura',
  named: (number: string) => `Factura ${number}`,
  balance: 'Importe pendiente',
  dueOn: (date: string) => `Vence el ${date}`,
  wasDueOn: (date: string) => `Venció el ${date}`,
  allPaid: (total: string) => `Pagado: ${total}`,
  paidOf: (paid: string, total: string) => `Pagado hasta ahora: ${paid} de ${total}`,
  paid: 'Pagado',
  payments: 'Pagos',
  date: 'Fecha',
  remark: 'Nota',
  amount: 'Importe',
  methods: {
    cash: 'Efectivo',
    check: 'Cheque',
    card: 'Tarjeta',
    bank_transfer: 'Transferencia bancaria',
    credit: 'De su saldo a favor',
    other: 'Otro medio',
  },
  takenBack: 'Pago anulado',
  kept: (amount: string) => `De este pago, saldo a su favor: ${amount}`,
  howToPay: 'Cómo pagar',
  paidInFull: 'Pagada por completo. ¡Gracias por su pago!',
  overdue: 'Factura vencida',
  overdueSince: (date: string) =>
    `Esta factura venció el ${date}. ¿Ya ha pagado o necesita más tiempo? Avísenos:`,
  voided: 'Esta factura se ha anulado. No hay nada que pagar.',
  lines: {
    percent: (rate: string, number: string) => `${rate} del presupuesto ${number}`,
    amount: (number: string) => `Parte del presupuesto ${number}`,
    rest: (number: string) => `Resto del presupuesto ${number}`,
    rounding: 'Redondeo',
  },
}

export const invoiceMail: Dictionary['invoiceMail'] = {
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Su factura de ${business}: ${title} (${number})`,
    preview: (total: string, due: string) => `${total}, vence el ${due}`,
    intro: (business: string) => `${business} le ha enviado una factura.`,
    total: 'Total',
    due: 'Vencimiento',
    number: 'Factura',
    button: 'Ver la factura',
    after: 'Ahí verá todos los conceptos y cómo pagar. ¿Alguna pregunta? Responda a este correo.',
    reason: (business: string) => `Recibe este correo porque ${business} le ha enviado una factura.`,
  },
}

export const paymentMail: Dictionary['paymentMail'] = {
  subject: (business: string, amount: string, number: string) =>
    `${business} ha recibido su pago de ${amount} (${number})`,
  byCredit: (amount: string, number: string) => `Pago de ${amount} con su saldo a favor (${number})`,
  preview: (title: string, left: string) => `${title}: ${left}`,
  inFull: 'factura pagada por completo',
  left: (balance: string) => `${balance} por pagar`,
  intro: (business: string) => `¡Gracias! ${business} ha recibido su pago.`,
  introCredit: (business: string) =>
    `Para pagar esta factura, ${business} ha usado el saldo que usted tenía a su favor.`,
  amount: 'Pago',
  credit: 'Saldo utilizado',
  method: 'Forma de pago',
  on: 'Fecha de pago',
  reference: 'Referencia',
  invoice: 'Factura',
  total: 'Total de la factura',
  balance: 'Importe pendiente',
  kept: 'Saldo a su favor',
  button: 'Ver la factura',
  isPaid: 'Esta factura está pagada por completo.',
  isPart: (balance: string, due: string) => `El importe pendiente es de ${balance} y vence el ${due}.`,
  isLate: (balance: string, due: string) => `El importe pendiente es de ${balance}. Venció el ${due}.`,
  after: 'Conserve este correo como comprobante de pago.',
  reason: (business: string) => `Recibe este correo porque ${business} ha registrado un pago de su factura.`,
}
