package org.threefold.bench.dualwrite;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small program that saves and sends. */
@SpringBootApplication(proxyBeanMethods = false)
class DualWritePeer {}
