using IsolationModel.Cli.Output;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Cli.Fixing;

/// <summary>Asks before each fix: yes, no, all that follow, or quit.</summary>
internal sealed class FixPrompt(ToolHost host) : IDisposable
{
    private readonly Lazy<StreamReader> _answers = new(() => new StreamReader(host.Input(), ToolHost.Utf8));
    private bool _wasAnswered;
    private bool? _forAll;

    /// <summary>Shows a fix and asks for it.</summary>
    /// <exception cref="UsageException">Nobody is there to answer.</exception>
    public bool Accepts(Finding finding, Draft draft)
    {
        if (_forAll is { } all)
        {
            return all;
        }

        Show(finding, draft);
        while (true)
        {
            host.Error.Write("make this change? [y]es, [n]o, [a]ll that follow, [q]uit: ");
            host.Error.Flush();
            var answer = _answers.Value.ReadLine();
            if (answer is null)
            {
                // As git add --patch does it: who has answered and then goes away has quit.
                host.Error.Write('\n');
                return _wasAnswered ? (_forAll = false).Value : throw new UsageException("--interactive: nobody answers on standard input, so nothing was changed");
            }

            _wasAnswered = true;
            switch (answer.Trim().ToLowerInvariant())
            {
                case "y" or "yes":
                    return true;
                case "n" or "no":
                    return false;
                case "a" or "all":
                    return (_forAll = true).Value;
                case "q" or "quit":
                    return (_forAll = false).Value;
                default:
                    break;
            }
        }
    }

    public void Dispose()
    {
        if (_answers.IsValueCreated)
        {
            _answers.Value.Dispose();
        }
    }

    private void Show(Finding finding, Draft draft)
    {
        var edits = new EditSet();
        edits.TryAdd(finding.Edits);
        host.Error.Write($"{FindingLine.Of(finding)}\n{HarmlessText.Of(finding.FixTitle!)}\n");
        foreach (var line in UnifiedDiff.Of(draft.File.DisplayPath, draft.Text, edits))
        {
            host.Error.Write($"{HarmlessText.Of(line.TrimEnd('\r'))}\n");
        }
    }
}
