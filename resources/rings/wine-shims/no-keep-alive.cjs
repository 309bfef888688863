'use strict';
// Wine 8 does not know the socket option of TCP keep-alive, and libuv fails the whole connection for it; Windows knows it.
const { Socket } = require('node:net');

Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};
