import { gatewayError } from './answer';
import type { Answer, Moment } from './answer';
import type { ApiName } from './apis';
import { HourlyQuota, TokenBucket } from './rate-limit';
import { burstOf } from './switches';
import type { Switches } from './switches';
import type { TokenIssuer } from './token-issuer';

export interface Gateway {
  /** The refusal of the gateway, or undefined when the call goes on to the service. `realNow` drives the buckets. */
  refuse(api: ApiName, authorization: string | undefined, moment: Moment, realNow: number): Answer | undefined;
  /** What every answer but the token's carries (restriction page). */
  headers(api: ApiName, realNow: number): Record<string, string>;
  /** The hourly quota begins for every API. */
  punish(): void;
}

/** Everything between the wire and the order service: address list, token, API group, quota, rate. */
export function openGateway(switches: () => Switches, issuer: TokenIssuer): Gateway {
  const buckets = new Map<ApiName, TokenBucket>();
  const quotas = new Map<ApiName, HourlyQuota>();
  let isPunished = false;
  const isCut = (): boolean => switches().quota === 'penalty' || (switches().quota === 'watch' && isPunished);
  const bucketOf = (api: ApiName): TokenBucket => ensure(buckets, api, () => new TokenBucket());

  return {
    refuse(api, authorization, moment, realNow) {
      const now = switches();
      if (!now.ipAllowed) return gatewayError(moment, 'GW.IP_NOT_ALLOWED');
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined || !issuer.accepts(token, moment.now)) return gatewayError(moment, 'GW.AUTHN');
      if (!now.permissionGranted) return gatewayError(moment, 'GW.AUTHN');
      if (now.blocked !== 'no') return gatewayError(moment, now.blocked === 'circuit' ? 'GW.BLOCK.01' : 'GW.BLOCK.02');
      if (api === 'unknown') return gatewayError(moment, 'GW.NOT_FOUND');
      if (isCut() && !ensure(quotas, api, () => new HourlyQuota()).take(realNow)) {
        return gatewayError(moment, 'GW.QUOTA_LIMIT');
      }
      const { allowed } = bucketOf(api).take(realNow, now.rate, burstOf(now));
      return allowed ? undefined : gatewayError(moment, 'GW.RATE_LIMIT');
    },
    headers(api, realNow) {
      const now = switches();
      const remaining = bucketOf(api).look(realNow, now.rate, burstOf(now));
      return {
        'GNCP-GW-RateLimit-Replenish-Rate': String(now.rate),
        'GNCP-GW-RateLimit-Burst-Capacity': String(burstOf(now)),
        'GNCP-GW-RateLimit-Remaining': String(remaining),
        ...(isCut()
          ? { 'GNCP-GW-Quota-Limit': '1', 'GNCP-GW-Quota-Period': 'HOURS', 'GNCP-GW-Quota-Remaining': '0' }
          : {}),
      };
    },
    punish() {
      isPunished = true;
    },
  };
}

function ensure<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
