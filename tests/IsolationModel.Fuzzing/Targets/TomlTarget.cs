using IsolationModel.Descriptors.Toml;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The reader of TOML, the configuration of containerd, CRI-O, Kata, gVisor and Podman.</summary>
internal sealed class TomlTarget : IFuzzTarget
{
    public string Name => "toml";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(SeedKinds.IsToml);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        // Whoever reads a file looks for NUL first.
        if (input.Files[0].Text is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return;
        }

        var document = Work.Within(input.Size, () => TomlReader.Read(text, cancellationToken));
        OracleException.Demand(document.Root is null == (document.Problem is not null), "silence", "there is a tree or a problem, not both", () => text);
        if (document.Root is { } root)
        {
            Ranges.CheckTree(root, text.Length);
        }

        if (document.Problem is { } problem)
        {
            Ranges.Check(problem.Range, text.Length, "a problem");
        }

        OracleException.Demand(TomlReader.Read(text, cancellationToken).Problem == document.Problem, "sameness", "the same text is read in two ways", () => text);
    }
}
