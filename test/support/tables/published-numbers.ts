/**
 * Tracking numbers that were published, with where: issues of a tracker, examples in public code, vectors of the post's
 * rule (resources/docs/sheets.md, "Tracking numbers" and "Sources"). They are what the check-digit rules stand on.
 */
export const publishedNumbers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CJGLS: {
    '632976615493': 'delivery-tracker, issue 80',
    '633302546763': 'delivery-tracker, issue 80',
    '577417824035': 'delivery-tracker, issue 177',
    '575029149521': 'delivery-tracker, issue 177',
    '347575800551': 'delivery-tracker, issue 74',
    '568833612760': 'delivery-tracker, issue 171',
    '622344515213': 'public code',
    '625646311801': 'public code',
    '632675005115': 'public code',
    '612566673760': 'public code',
    '615349675940': 'public code',
    '680405450931': 'public code',
    '699568375375': 'public code',
  },
  HANJIN: {
    '530727039920': 'delivery-tracker, issue 150',
    '515596435911': 'delivery-tracker, issue 187',
    '515596441102': 'delivery-tracker, issue 187',
    '510683980391': 'delivery-tracker, issue 107',
    '418694701305': 'public code',
    '451531853603': 'public code',
  },
  HYUNDAI: { '232009815833': 'public code' },
  KGB: {
    '99805163533': 'public code',
    '33816734302': 'public code',
    '43757058041': 'public code',
    '43366261260': 'public code',
    '40907308945': 'delivery-tracker, issue 203',
  },
  EPOST: {
    '6865109394355': 'delivery-tracker, pull request 110',
    '6079536471887': 'delivery-tracker, issue 186',
    '6892058349240': 'delivery-tracker, issue 199',
  },
  EMS: {
    LP257594783SG: 'delivery-tracker, issue 187',
    RA092357578TW: 'delivery-tracker, issue 194',
    RB123456785GB: 'S10',
    RB123456785US: 'S10',
  },
};
