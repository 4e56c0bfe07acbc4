using IsolationModel.Modeling;

namespace IsolationModel.Workloads;

/// <summary>
/// Settings of a container as people write them in one line: <c>privileged, hostPath=/etc:ro, capabilities.add=SYS_ADMIN, seccomp=Unconfined</c>.
/// </summary>
/// <remarks>
/// Names are those of the model's settings, in camel or kebab case, or the fields of Kubernetes; case is free. The facts are those that a Pod with
/// these fields has, so what is left out has Kubernetes' default.
/// </remarks>
/// <param name="Container">A container with these settings.</param>
/// <param name="Problems">What cannot be followed, one clause each.</param>
public sealed record SettingList(WorkloadContainer Container, IReadOnlyList<string> Problems)
{
    /// <summary>Reads a list, <c>name [("=" | ":") value] {"," name ...}</c>; blanks are free.</summary>
    public static SettingList Parse(ModelDefinition model, string text)
    {
        var reader = new SettingListReader(model ?? throw new ArgumentNullException(nameof(model)));
        foreach (var item in (text ?? throw new ArgumentNullException(nameof(text))).Split(','))
        {
            if (item.Trim().Length > 0)
            {
                reader.Read(item.Trim());
            }
        }

        return new SettingList(new WorkloadContainer("the workload", reader.Facts()), reader.Problems);
    }
}
