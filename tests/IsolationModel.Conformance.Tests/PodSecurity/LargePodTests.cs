namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Pods of a size that nobody writes by hand.</summary>
public sealed class LargePodTests
{
    private const int Many = 1000;

    [Fact]
    public void Each_of_a_thousand_containers_is_told()
    {
        var findings = Admission.Judge(Admission.Read(Pod(Many)), "pod-security:restricted");
        foreach (var (control, count) in new[] { ("privileged", Many), ("allowPrivilegeEscalation", Many), ("capabilities_restricted", 2 * Many), ("runAsNonRoot", Many), ("seccompProfile_restricted", Many), ("hostPorts", Many) })
        {
            Assert.Equal(count, findings.Where(finding => finding.Control == control).DistinctBy(finding => finding.Range).Count());
        }

        Assert.Equal(7 * Many, findings.Count);
    }

    /// <summary>Counted in bytes, which do not depend on what else the machine does; what is looked at again and again is also made again.</summary>
    [Theory]
    [InlineData("pod-security:restricted")]
    [InlineData("level:medium")]
    [InlineData("untrusted-code")]
    public void The_work_grows_with_the_containers_and_not_with_their_square(string need)
    {
        Allocated(Many / 10, need);
        var (few, many) = (Allocated(Many / 4, need), Allocated(4 * Many, need));
        Assert.True(many < few * 16 * 2, $"{Many / 4} containers took {few} bytes, {4 * Many} took {many}.");
    }

    private static long Allocated(int containers, string need)
    {
        var text = Pod(containers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Admission.Judge(Admission.Read(text), need);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Pod(int containers) =>
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n"
        + string.Concat(Enumerable.Range(0, containers).Select(i =>
            $"    - name: c{i}\n      ports: [{{ hostPort: 80 }}]\n      securityContext:\n        privileged: true\n        capabilities: {{ add: [SYS_ADMIN] }}\n"));
}
