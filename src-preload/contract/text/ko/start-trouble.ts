import type { Backup, EndedRestore } from '../../backup';
import type { StartTrouble } from '../../start-troubles';
import { figure } from '../numbers';

interface Said {
  title: string;
  /** What is safe, and what is not. */
  safe: string;
  /** What to do. */
  advice: string;
}

/** Why the app cannot work with its file: what happened, what is safe, what to do. */
const troubles: Record<StartTrouble, Said> = {
  corrupt: {
    title: '저장 파일이 망가져서 열 수 없어요.',
    safe: '망가진 파일은 지우지 않고 이름만 바꿔 따로 두었어요. 네이버에 이미 등록된 발송은 그대로예요. 아직 처리하지 못한 주문과 처리 내역은 백업에 있는 것까지만 볼 수 있어요.',
    advice:
      '가장 새 백업으로 되돌려 주세요. 백업 뒤에 처리한 주문은 네이버에 등록된 내용을 먼저 조회하니, 두 번 발송 처리되지 않아요.',
  },
  locked: {
    title: '다른 프로그램이 저장 파일을 쓰고 있어요.',
    safe: '저장한 내용은 그대로 있고, 아무것도 처리하지 않았어요.',
    advice: '백신 검사나 클라우드 동기화가 끝난 뒤에 다시 시작해 주세요. 이 PC를 껐다 켜면 풀리기도 해요.',
  },
  'read-only': {
    title: '저장 파일에 쓸 수 없어요.',
    safe: '저장한 내용은 그대로 있고, 아무것도 처리하지 않았어요.',
    advice: '저장 폴더가 읽기 전용이거나 권한이 없을 때 이렇게 돼요. 폴더의 권한을 고친 뒤 다시 시작해 주세요.',
  },
  full: {
    title: '디스크가 가득 차서 저장할 수 없어요.',
    safe: '지금까지 저장한 내용은 그대로 있어요. 저장하지 못하면 두 번 처리될 수 있어서, 처리를 멈췄어요.',
    advice: '쓰지 않는 파일을 지워 자리를 만든 뒤 다시 시작해 주세요. 남은 주문은 이어서 처리해요.',
  },
  'newer-schema': {
    title: '더 새로운 발송데스크가 저장한 파일이에요.',
    safe: '파일은 건드리지 않았고, 저장한 내용은 그대로 있어요.',
    advice: '발송데스크를 새 버전으로 바꾼 뒤 켜 주세요.',
  },
  'foreign-schema': {
    title: '저장 파일에 발송데스크가 만들지 않은 것이 들어 있어요.',
    safe: '다른 프로그램이 파일을 바꾼 것 같아요. 열면 저장한 내용이 달라질 수 있어서, 파일을 건드리지 않고 멈췄어요.',
    advice: '백업으로 되돌려 주세요. 지금 파일은 지우지 않고 따로 두어요.',
  },
  'no-backup': {
    title: '백업을 만들지 못해서 저장 파일을 바꾸지 않았어요.',
    safe: '새 버전은 저장 파일의 모양을 바꾸기 전에 백업부터 만들어요. 저장한 내용은 그대로 있고, 아무것도 처리하지 않았어요.',
    advice:
      '디스크에 자리가 있는지, 백신이나 클라우드 동기화가 백업 폴더를 쓰고 있지 않은지 본 뒤 다시 시작해 주세요. 백업 없이 이어 가면, 바꾸는 동안 문제가 생겼을 때 되돌릴 파일이 없어요.',
  },
  failed: {
    title: '저장 파일을 여는 동안 문제가 생겼어요.',
    safe: '저장한 내용은 그대로 있고, 아무것도 처리하지 않았어요.',
    advice: '다시 시작해 보고, 그래도 같으면 PC를 껐다 켜 주세요.',
  },
};

export const startTrouble = {
  troubles,
  /** In place of the advice for a broken file, where there is nothing to go back to. */
  withoutBackup:
    '되돌릴 백업이 없어요. 빈 파일로 새로 시작해 스토어를 다시 연결하고, 받은 파일을 다시 놓아 주세요. 이미 등록된 주문은 먼저 조회하니, 두 번 발송 처리되지 않아요.',
  /** While the app runs: nothing can be written any more. */
  stopped: '처리를 멈췄어요.',
  again: '다시 시작하기',
  openFolder: '저장 폴더 열기',
  begin: '빈 파일로 새로 시작하기',
  goOnWithout: '백업 없이 이어 가기',
  goOnWithoutAsk: '백업 없이 저장 파일을 바꿀까요?',
  goOnWithoutMore:
    '바꾸는 동안 PC가 꺼져도 파일은 예전 모양이나 새 모양 가운데 하나로 남아요. 하지만 되돌릴 백업은 없어요.',
  beginAsk: '빈 파일로 새로 시작할까요?',
  beginMore:
    '스토어 연결과 처리 내역이 없는 상태로 시작해요. 백업과 망가진 파일은 지우지 않으니 나중에 백업으로 되돌릴 수 있어요.',
  stay: '그대로 두기',
  detail: '자세히',
  working: '파일을 바꾸고 있어요.',
  backups: {
    title: '백업',
    /** To an older version of the app, by the backup that was made before the newer one changed the file. */
    restoreBeforeUpdate: '업데이트 전 백업으로 되돌리기',
    beforeUpdate: (name: string) =>
      `지금 버전을 계속 쓰려면 업데이트 전에 만든 백업(${name})으로 되돌려 주세요. 그 뒤에 처리한 주문은 네이버에 등록된 내용을 먼저 조회하고, 지금 파일은 지우지 않고 따로 두어요.`,
    about: '하루에 여러 번 자동으로 저장해요. 오늘 것 3개와 지난 날의 것을 하루에 하나씩, 모두 10개까지 남겨요.',
    none: '아직 백업이 없어요.',
    make: '지금 백업하기',
    made: '백업했어요.',
    notMade: {
      full: '디스크가 가득 차서 백업하지 못했어요. 쓰지 않는 파일을 지운 뒤 다시 눌러 주세요.',
      failed: '백업하지 못했어요. 저장한 내용은 그대로 있으니 잠시 뒤에 다시 눌러 주세요.',
    },
    restore: '백업으로 되돌리기',
    restoreNewest: '가장 새 백업으로 되돌리기',
    kinds: { backup: '백업', replaced: '되돌리기 전 파일' } satisfies Record<Backup['kind'], string>,
    one: (time: string, kind: Backup['kind'], bytes: number) =>
      `${time} · ${startTrouble.backups.kinds[kind]} · ${figure(Math.max(1, Math.round(bytes / 1024)))}KB`,
    ask: (time: string) => `${time}의 내용으로 되돌릴까요?`,
    askMore:
      '지금 파일은 지우지 않고 이 목록에 남겨 두어서 다시 되돌릴 수 있어요. 끝나지 않은 주문은 네이버에 등록된 내용을 먼저 조회하고, 이어서 처리할지 물어봐요.',
    ended: {
      finished: '지난번에 다 끝내지 못한 백업 되돌리기를 마쳤어요.',
      undone: '지난번에 다 끝내지 못한 백업 되돌리기는 그만두고, 되돌리기 전 파일을 열었어요.',
    } satisfies Record<EndedRestore, string>,
    failed: '되돌리지 못했어요. 저장한 내용은 그대로 있어요.',
  },
};
