/** One webhook: an event on its way to an address of somebody else's, as Standard Webhooks has it. */
@NullMarked
package org.mandateatlas.gateway.subscription.webhook;

import org.jspecify.annotations.NullMarked;
