using System.CommandLine;
using IsolationModel.Cli.Init;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation init</c>: writes what a repository is started with.</summary>
internal sealed class InitCommand
{
    private readonly ToolHost _host;

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder that gets the files; the present one unless given.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string?> _level = SharedSymbols.Level("The security level that every workload needs.");

    private readonly Option<string?> _ci = new("--ci") { HelpName = string.Join('|', CiFiles.Systems), Description = "Writes a pipeline as well that runs the check." };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces files that exist; otherwise they are kept." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Writes nothing, and shows what would be written." };

    public InitCommand(ToolHost host)
    {
        _host = host;
        Command = new ToolCommand(
            "init",
            "Looks at the descriptors of a folder and writes settings (isolation.json) for them, and an overlay for names of runtimes that the model does not know. Nothing that exists is changed.",
            new CommandManual(
                [(0, "done"), (2, "usage, or a file that cannot be written")],
                [
                    ("isolation init --level high", "Settings by which every workload needs a sandbox."),
                    ("isolation init --ci github --dry-run", "Shows the settings and a pipeline, and writes nothing."),
                ]))
        {
            _folder, _level,
        };
        if (CiFiles.Systems.Length > 0)
        {
            SharedSymbols.AcceptOnly(_ci, CiFiles.Systems);
            Command.Add(_ci);
        }

        Command.Add(_force);
        Command.Add(_dryRun);
        SharedSymbols.RejectMisspeltOptions(Command, _folder, host.CurrentDirectory);
        Command.SetAction((Action<ParseResult>)Run);
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private void Run(ParseResult parsed)
    {
        var folder = Folder(parsed.GetRequiredValue(_folder));
        var model = new ModelIndex(BuiltInModel.Definition);
        var level = Level(model, parsed.GetValue(_level), out var levels);
        var found = FoundDescriptors.In(folder, model, _host, CancellationToken.None);
        var hasOverlay = found.UnknownNames.Count > 0;
        var files = new List<NewFile> { StartFiles.Settings(found, levels, level, hasOverlay) };
        if (hasOverlay)
        {
            files.Add(StartFiles.Overlay(found));
        }

        if (CiFiles.Systems.Length > 0 && parsed.GetValue(_ci) is { } system)
        {
            files.Add(CiFiles.Of(system));
        }

        using var page = new TextPage(_host);
        foreach (var file in files)
        {
            Write(page, folder, file, parsed.GetValue(_force), parsed.GetValue(_dryRun));
        }

        if (level is null)
        {
            Needless.Tell(page, found.Workloads);
        }

        ProjectHint.Tell(page, folder, _host.CurrentDirectory);
        page.Line();
        var shown = DisplayPath.Of(folder, _host.CurrentDirectory);
        page.Line(shown == "." ? "next: isolation check" : $"next: isolation check {shown}", Tone.Faint);
    }

    private string Folder(string text)
    {
        var folder = InputSearch.Exists(text, _host.CurrentDirectory) ? Path.GetFullPath(text, _host.CurrentDirectory) : null;
        return folder is not null && Directory.Exists(folder) ? Path.TrimEndingDirectorySeparator(folder)
            : throw new UsageException(folder is null ? $"there is no folder '{text}'" : $"'{text}' is a file; name the folder that gets the settings");
    }

    /// <summary>Whether what is written would land elsewhere than in the folder: links in it are somebody else's word.</summary>
    private static bool BehindLink(string folder, string file)
    {
        var path = folder;
        foreach (var part in file.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Level(ModelIndex model, string? level, out IReadOnlyList<string> levels)
    {
        levels = [.. model.Definition.Needs.Where(static need => need.Kind == NeedKind.Level).OrderBy(static need => need.Order).Select(static need => need.Id)];
        return level is null || levels.Contains(level) ? level : throw new UsageException($"--level: there is no level '{level}'; {Hint.Of(level, levels)}");
    }

    private void Write(TextPage page, string folder, NewFile file, bool replaces, bool isDry)
    {
        var path = Path.Combine(folder, file.Path);
        var shown = DisplayPath.Of(path, _host.CurrentDirectory);
        if (!replaces && (File.Exists(path) || Directory.Exists(path)))
        {
            page.Line($"kept {shown}, which exists; --force replaces it", Tone.Faint);
            return;
        }

        if (BehindLink(folder, file.Path))
        {
            throw new UsageException($"'{shown}' is a link or lies behind one, so it is not written; remove the link");
        }

        if (isDry)
        {
            page.Line($"would write {shown}: {file.Purpose}", Tone.Strong);
            foreach (var line in file.Text.TrimEnd('\n').Split('\n'))
            {
                page.Unbroken(line);
            }

            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            ReportFile.Replace(path, stream => stream.Write(ToolHost.Utf8.GetBytes(file.Text)));
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"'{shown}' cannot be written: {FileFailure.Reason(error)}", error);
        }

        page.Line($"wrote {shown}: {file.Purpose}");
    }
}
