using IsolationModel.Data;
using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>
/// Ports of the host (check_hostPorts.go). In the network of the host every port of a container and init container is one: the API server sets
/// hostPort to containerPort where it is not set (Kubernetes API defaults).
/// </summary>
internal sealed class HostPorts : PodSecurityCheck
{
    public override PodSecurityControl Control { get; } = new("hostPorts", PodSecurityLevel.Baseline, 0, "0 or nothing");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var isInHostNetwork = pod.Spec["hostNetwork"].IsTrue();
        foreach (var container in pod.Containers)
        {
            var ports = container.Fields["ports"];
            if (ports.IsUnresolved)
            {
                report.Add(Control, ports.Range, $"the ports of {container.Label} cannot be told", Truth.Unknown);
            }

            for (var i = 0; i < ports.Count; i++)
            {
                Check(report, container, ports.At(i), isInHostNetwork);
            }
        }
    }

    private void Check(PodSecurityReport report, PodSecurityContainer container, DataCursor port, Truth isInHostNetwork)
    {
        var hostPort = port["hostPort"];
        var isSet = IsNotZero(hostPort);
        if (isSet != Truth.False)
        {
            report.Add(Control, hostPort.Range, $"{container.Label} uses hostPort {hostPort.Text}", isSet);
        }

        var containerPort = port["containerPort"];
        if (isSet == Truth.False && isInHostNetwork != Truth.False && !container.IsEphemeral)
        {
            var isDefaulted = IsNotZero(containerPort);
            report.Add(
                Control,
                containerPort.Range,
                $"{container.Label} uses hostPort {containerPort.Text}, because hostNetwork makes every containerPort one",
                isDefaulted < isInHostNetwork ? isDefaulted : isInHostNetwork);
        }
    }

    private static Truth IsNotZero(DataCursor port) =>
        !port.IsSet() ? Truth.False
        : port.Scalar?.AsInteger() is { } number ? (number == 0 ? Truth.False : Truth.True)
        : Truth.Unknown;
}
