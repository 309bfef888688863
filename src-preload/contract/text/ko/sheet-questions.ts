import { figure } from '../numbers';
import { toward } from '../particles.ko';

/** Questions about a whole file, and the lines that wait for their answers. */
export const sheetQuestions = {
  waitsForAnswer: '답 기다림',
  answerFirst: (rows: number) => `${figure(rows)}줄은 위의 질문에 답하면 처리할 수 있어요.`,
  courierByForm: (numbers: number, passing: number, couriers: string) =>
    passing === numbers
      ? `${figure(numbers)}줄 모두 ${couriers} 번호예요.`
      : `${figure(numbers)}줄 중 ${figure(passing)}줄이 ${couriers} 번호예요.`,
  courierForAll: (courier: string) => `${toward(courier)} 하기`,
  courierOther: '다른 택배사 고르기',
  whichOfColumns: (field: string, columns: number) =>
    `${field}로 볼 수 있는 열이 ${figure(columns)}개예요. 어느 열인지 골라 주세요.`,
  hiddenColumn: '(숨긴 열)',
  courierEmpty: '택배사가 모두 비어 있어요. 모두 한 택배사면 한 번에 고를 수 있어요.',
};
