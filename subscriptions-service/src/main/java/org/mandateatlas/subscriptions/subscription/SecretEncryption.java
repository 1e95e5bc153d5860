package org.mandateatlas.subscriptions.subscription;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Outage;

/** Encrypts secrets of earlier versions and, after a change of keys, those of earlier keys. */
@Singleton
class SecretEncryption {

    private final SecretRepository secrets;
    private final SecretCipher cipher;

    SecretEncryption(SecretRepository secrets, SecretCipher cipher) {
        this.secrets = secrets;
        this.cipher = cipher;
    }

    @Scheduled(
            every = "${atlas.webhooks.secret-encryption:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void encrypt() {
        try {
            var encrypted = secrets.encryptNext();
            while (encrypted > 0) {
                Log.infof("Encrypted %d webhook secrets with the key %s", encrypted, cipher.currentKey());
                encrypted = secrets.encryptNext();
            }
        } catch (RuntimeException e) {
            if (Outage.caused(e)) {
                Log.debugf("Webhook secrets could not be encrypted: %s", e.getMessage());
            } else {
                Log.error("Webhook secrets could not be encrypted", e);
            }
        }
    }
}
