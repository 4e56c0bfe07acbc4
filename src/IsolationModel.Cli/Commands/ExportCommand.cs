using System.CommandLine;
using IsolationModel.Cli.Output;
using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Evaluation;
using IsolationModel.Policies;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation export</c>: the verdict as a policy that the cluster enforces.</summary>
internal sealed class ExportCommand
{
    private const string Prove = "prove";
    private const string Refute = "refute";

    private static readonly (string Name, PolicyTarget Target)[] Targets =
    [
        ("vap", PolicyTarget.ValidatingAdmissionPolicy),
        ("kyverno", PolicyTarget.Kyverno),
        ("gatekeeper", PolicyTarget.Gatekeeper),
    ];

    private readonly ToolHost _host;
    private readonly ModelSymbols _symbols;

    private readonly Option<string> _policy = new("--policy")
    {
        HelpName = "vap|kyverno|gatekeeper",
        Required = true,
        Description = "What enforces it: the API server (ValidatingAdmissionPolicy, Kubernetes 1.30), Kyverno (ValidatingPolicy, 1.17), or Gatekeeper (its CEL engine, 3.18).",
    };

    private readonly Option<string?> _level = SharedSymbols.Level("The security level that pods must have: low, medium, high, very-high.");

    private readonly Option<string[]> _needs = SharedSymbols.Needs("every pod");

    private readonly Option<string> _mode = new("--mode")
    {
        HelpName = $"{Prove}|{Refute}",
        DefaultValueFactory = static _ => Prove,
        Description = $"{Prove}: a pod is refused unless it is shown to meet the needs, so that an unknown runtime class is refused. {Refute}: it warns of pods that certainly fail, and what is open passes.",
    };

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "file",
        Description = "Where the YAML goes; standard output unless given.",
    };

    public ExportCommand(ToolHost host)
    {
        _host = host;
        Command = new ToolCommand(
            "export",
            "Writes the same verdict as a policy that the cluster enforces, derived from the model: which technologies serve, and which settings leave too little under each. "
            + "What the nodes do counts where an overlay declares it (nodes), and so do the runtime classes that it names (names.runtimeClass): a policy that proves knows no other class until you add it to the map in the output. "
            + "It holds in the namespaces that have the label named at the top of the output.",
            new CommandManual(
                [(0, "written"), (2, "usage, an unknown need, a need that no policy can express, or a model with mistakes")],
                [
                    ("isolation export --policy vap --level high --model shop.isolation.json --output policy.yaml", "For the API server; the runtime classes are those that the overlay names."),
                    ("isolation export --policy kyverno --need untrusted-code --mode refute", "Warns of pods that certainly fail, and lets pass what is open."),
                    ("isolation export --policy gatekeeper --level low", "For Gatekeeper."),
                ]))
        {
            _policy, _level, _needs, _mode, _output,
        };
        SharedSymbols.AcceptOnly(_policy, [.. Targets.Select(static target => target.Name)]);
        SharedSymbols.AcceptOnly(_mode, [Prove, Refute]);
        _symbols = new ModelSymbols(host, Command, hasFormat: false);
        Command.SetAction(Run);
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        if (_symbols.Load(parsed) is not { } model)
        {
            return ExitCode.Failure;
        }

        var text = Write(model, parsed);
        if (parsed.GetValue(_output) is { } file)
        {
            var path = OutputTarget.FileOf(file, _output.Name, _host.CurrentDirectory);
            OutputTarget.RequireNoInput([(_output.Name, path)], _symbols.Overlays(parsed).Select(overlay => Path.GetFullPath(overlay, _host.CurrentDirectory)), _host.CurrentDirectory);
            ReportFile.Write(path, _output.Name, stream => stream.Write(ToolHost.Utf8.GetBytes(text)));
        }
        else
        {
            _host.Output.Write(ToolHost.Utf8.GetBytes(text));
            _host.Output.Flush();
        }

        return ExitCode.Clean;
    }

    private string Write(ModelIndex model, ParseResult parsed)
    {
        var level = parsed.GetValue(_level);
        var needs = parsed.GetValue(_needs) ?? [];
        if (level is null && needs.Length == 0)
        {
            throw new UsageException("name what pods must have: --level or --need");
        }

        var mode = string.Equals(parsed.GetRequiredValue(_mode), Refute, StringComparison.Ordinal) ? PolicyMode.Refute : PolicyMode.Prove;
        var derived = PolicyBuilder.Derive(model, NeedSet.Combine(model, RunNeeds.Declare(model, needs, level, null)), mode, PolicyExport.Settings);
        var target = Array.Find(Targets, target => string.Equals(target.Name, parsed.GetRequiredValue(_policy), StringComparison.Ordinal)).Target;
        return derived.Policy is { } policy ? PolicyExport.Write(model, policy, target) : throw new UsageException(string.Join('\n', derived.Problems));
    }
}
