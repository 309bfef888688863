/** Name and password of a proxy that asks for them (HTTP Basic, RFC 7617). Never given to the window. */
export interface ProxyCredentials {
  user: string;
  password: string;
}
