/** Calls of webhook receivers as in Standard Webhooks 1.0. */
@NullMarked
package org.mandateatlas.subscriptions.webhook;

import org.jspecify.annotations.NullMarked;
