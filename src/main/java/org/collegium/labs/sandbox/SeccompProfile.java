package org.collegium.labs.sandbox;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link SeccompFilter} refuses, in the form that container engines and kubelets take. They know calls by name, and those that an
 * architecture lacks they leave out.
 */
final class SeccompProfile {

    private static final int NOT_PERMITTED = 1;
    private static final int NOT_THERE = 38;
    private static final int CLONE_THREAD = 0x00010000;

    static final String[] DENIED = """
        socket connect accept accept4 bind listen shutdown socketpair getsockname getpeername setsockopt getsockopt
        sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg
        fork vfork ptrace process_vm_readv process_vm_writev kcmp personality
        pivot_root chroot mount umount umount2 acct sysfs
        unshare setns
        bpf perf_event_open userfaultfd memfd_create add_key request_key keyctl name_to_handle_at open_by_handle_at
        shmget shmat shmctl shmdt semget semop semctl semtimedop msgget msgsnd msgrcv msgctl
        mq_open mq_unlink mq_timedsend mq_timedreceive mq_notify mq_getsetattr
        splice tee vmsplice mbind set_mempolicy migrate_pages move_pages
        syslog modify_ldt _sysctl adjtimex settimeofday swapon swapoff reboot sethostname setdomainname iopl ioperm
        uselib fanotify_init init_module delete_module quotactl nfsservctl lookup_dcookie
        clock_settime kexec_load kexec_file_load clock_adjtime finit_module vhangup
        pidfd_send_signal io_uring_setup io_uring_enter io_uring_register open_tree move_mount fsopen fsconfig fsmount
        fspick pidfd_open pidfd_getfd process_madvise mount_setattr quotactl_fd memfd_secret process_mrelease
        statmount open_tree_attr
        """.strip().split("\\s+");

    private SeccompProfile() {}

    public static byte[] bytes() {
        ObjectNode profile = JsonMapper.shared().createObjectNode();
        profile.put("defaultAction", "SCMP_ACT_ALLOW");
        ArrayNode architectures = profile.putArray("architectures");
        architectures.add("SCMP_ARCH_X86_64").add("SCMP_ARCH_AARCH64");
        ArrayNode calls = profile.putArray("syscalls");
        ArrayNode denied = refusal(calls, NOT_PERMITTED).putArray("names");
        for (String name : DENIED) {
            denied.add(name);
        }
        // Not there, so that the C library falls back to clone, whose flags a filter can see.
        refusal(calls, NOT_THERE).putArray("names").add("clone3");
        ObjectNode clone = refusal(calls, NOT_PERMITTED);
        clone.putArray("names").add("clone");
        clone.putArray("args")
                .addObject()
                .put("index", 0)
                .put("value", CLONE_THREAD)
                .put("valueTwo", 0)
                .put("op", "SCMP_CMP_MASKED_EQ");
        return profile.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode refusal(ArrayNode calls, int error) {
        return calls.addObject().put("action", "SCMP_ACT_ERRNO").put("errnoRet", error);
    }
}
