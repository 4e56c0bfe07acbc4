using IsolationModel.Configuration;
using IsolationModel.Findings;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Settings files.</summary>
internal sealed class SettingsTarget : IFuzzTarget
{
    public string Name => "settings";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(SeedKinds.IsSettings);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        var first = Work.Within(input.Size, () => Read(text));
        Ranges.Check(first.Findings, new Dictionary<string, string>(StringComparer.Ordinal) { ["isolation.json"] = text });
        OracleException.Demand(first.Findings.SequenceEqual(Read(text).Findings), "sameness", "the same text is read in two ways", () => text);
        _ = SettingsCheck.Apply(first.Settings, Judgement.Model);
        foreach (var path in (string[])["deploy/web.yaml", "isolation.json", string.Empty, "/"])
        {
            _ = first.Settings.NeedsFor(path, []).Count();
        }

        static (IsolationSettings Settings, IReadOnlyList<Finding> Findings) Read(string text)
        {
            var (settings, mistakes) = SettingsReader.Read("isolation.json", text);
            return (settings, [.. mistakes, .. SettingsCheck.Of(settings, Judgement.Model)]);
        }
    }
}
