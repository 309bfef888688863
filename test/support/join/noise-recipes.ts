import type { Hands } from './hands';
import { officesAndFarms } from './other-hands';

/**
 * How often something happens to a parcel between the book and the courier's sheet; shares of all parcels. That each happens
 * is sourced (resources/docs/sheets.md, "Matching traps", "Joining", "Courier results"; the reasons below); how often was
 * nowhere found and is assumed.
 */
export interface NoiseRecipe {
  seed: number;
  /** Couriers cover names and phones in what they give back (김*루, 010-****-1234). */
  coveredName: number;
  coveredPhone: number;
  /** SmartStore offers buyers a rented number (안심번호); the sheet has the one of another day. */
  safePhone: number;
  /** A present: the market tells a stand-in for the phone. */
  present: number;
  /** The sheet has no phone at all (F: one courier's export has none). */
  noPhone: number;
  /** By lot in place of by road: older address books of couriers. */
  byLot: number;
  withoutDoor: number;
  withoutProvince: number;
  coveredAddress: number;
  badBlanks: number;
  /** 김하루님, 김하루 고객님, 김하루님께, 김하루(선물). */
  titles: number;
  /** Phones as digits, with +82, without the zero that Excel dropped, with a second number. */
  oddPhone: number;
  /** Several product orders in one parcel of the market. */
  bundle: number;
  /** Two orders of one person that the seller put into one box. */
  acrossOrders: number;
  /** ... and of these the lines that say how many products there are. */
  saysHowMany: number;
  /** Two orders of one person in two boxes. */
  twoParcels: number;
  /** A product order in two boxes with two numbers. */
  twoBoxes: number;
  /** Somebody else with the name of an earlier parcel's. */
  twin: number;
  /** Another door of the same house. */
  neighbour: number;
  /** The order has the old address, the sheet the new one. */
  moved: number;
  /** A line in a row per product order, with one tracking number. */
  rowPerOrder: number;
  /** Per parcel: lines of other malls, and open orders that did not go out today. */
  strangers: number;
  notToday: number;
  /** Who is met, and how both sides write; the usual one where absent. */
  hands?: Hands;
}

/** A day of a store with a courier who covers little: built against. */
export const usualDay: NoiseRecipe = {
  seed: 18,
  coveredName: 0.03,
  coveredPhone: 0.04,
  safePhone: 0.06,
  present: 0.02,
  noPhone: 0,
  byLot: 0.02,
  withoutDoor: 0.01,
  withoutProvince: 0.05,
  coveredAddress: 0.003,
  badBlanks: 0.25,
  titles: 0.1,
  oddPhone: 0.2,
  bundle: 0.12,
  acrossOrders: 0.01,
  saysHowMany: 0.6,
  twoParcels: 0.01,
  twoBoxes: 0.001,
  twin: 0.03,
  neighbour: 0.04,
  moved: 0.003,
  rowPerOrder: 0.3,
  strangers: 0.04,
  notToday: 0.2,
};

/**
 * A store of presents in a town where many live door by door, sent with a courier whose sheets often have no phone: written
 * after the rule, and not used to build it.
 */
export const presentsInTown: NoiseRecipe = {
  seed: 20_261_127,
  coveredName: 0.01,
  coveredPhone: 0.08,
  safePhone: 0.04,
  present: 0.04,
  noPhone: 0.15,
  byLot: 0.015,
  withoutDoor: 0.006,
  withoutProvince: 0.15,
  coveredAddress: 0.001,
  badBlanks: 0.45,
  titles: 0.25,
  oddPhone: 0.5,
  bundle: 0.2,
  acrossOrders: 0.006,
  saysHowMany: 0.5,
  twoParcels: 0.015,
  twoBoxes: 0.001,
  twin: 0.08,
  neighbour: 0.12,
  moved: 0.004,
  rowPerOrder: 0.8,
  strangers: 0.1,
  notToday: 0.4,
};

/**
 * A maker of goods for homes, shops, offices and farms, whose courier covers now the middle and now the end: written without
 * a look at the rule, after both others had been looked at.
 */
export const officesInTheCountry: NoiseRecipe = {
  seed: 40_501,
  coveredName: 0.03,
  coveredPhone: 0.05,
  safePhone: 0.05,
  present: 0.02,
  noPhone: 0.03,
  byLot: 0.03,
  withoutDoor: 0.008,
  withoutProvince: 0,
  coveredAddress: 0.001,
  badBlanks: 0,
  titles: 0.2,
  oddPhone: 0.55,
  bundle: 0.15,
  acrossOrders: 0.008,
  saysHowMany: 0.6,
  twoParcels: 0.01,
  twoBoxes: 0.001,
  twin: 0.03,
  neighbour: 0.05,
  moved: 0.003,
  rowPerOrder: 0.5,
  strangers: 0.06,
  notToday: 0.3,
  hands: officesAndFarms,
};
