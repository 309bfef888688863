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
  courierEmpty: '택배사가 모두 비어 있어요. 모두 한 택배사면 한 번에 고를 수 있어요.',
};
