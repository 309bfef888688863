import type { Person, Place } from './invented-people';
import type { AddressStyle } from './write-addresses';

/** One kind of sender and courier: who is met, and how the book and the sheet write the same. */
export interface Hands {
  /** Somebody new; may share a house, a firm or a phone with somebody met earlier. */
  meet(random: () => number, earlier: () => Person | undefined): Person;
  bookAddress(place: Place): string;
  name(random: () => number, name: string): string;
  coverName(random: () => number, name: string): string;
  phone(random: () => number, phone: string): string;
  coverPhone(random: () => number, phone: string): string;
  address(random: () => number, place: Place, style: AddressStyle): string;
}
