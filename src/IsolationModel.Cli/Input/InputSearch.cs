using System.IO.Enumeration;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;

namespace IsolationModel.Cli.Input;

/// <summary>Finds the files that the paths of a command line stand for.</summary>
internal sealed class InputSearch
{
    /// <summary>Everything is looked at, hidden files too; what cannot be searched is told, not skipped.</summary>
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>Of what is longer, the runtime tells nothing but its name (and the system even less: PATH_MAX).</summary>
    private const int LongestPath = 4096;

    private readonly string _currentDirectory;
    private readonly IsolationSettings _settings;
    private readonly SortedSet<string> _otherSettings = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, InputFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _passedOver = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnsearchedFolder> _unsearched = new(StringComparer.Ordinal);
    private readonly List<string> _roots = [];

    private InputSearch(string currentDirectory, IsolationSettings settings, CancellationToken cancellationToken) =>
        (_currentDirectory, _settings, _cancellationToken) = (currentDirectory, settings, cancellationToken);

    /// <summary>Finds them.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <param name="settings">The settings: what they exclude is not found, but may be named.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="unsaved">Full paths of files that an editor holds, whether or not they are on disk yet.</param>
    /// <exception cref="UsageException">A path names nothing.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static InputSet Find(
        IReadOnlyList<string> paths, string currentDirectory, IsolationSettings settings, CancellationToken cancellationToken, IReadOnlyCollection<string>? unsaved = null)
    {
        var missing = new List<string>();
        foreach (var path in paths)
        {
            if (!IsStandardInput(path) && !Exists(path, currentDirectory) && unsaved?.Contains(Path.GetFullPath(path, currentDirectory)) != true)
            {
                missing.Add($"there is no file or folder '{path}'");
            }
        }

        if (missing.Count > 0)
        {
            throw new UsageException(string.Join('\n', missing));
        }

        var search = new InputSearch(currentDirectory, settings, cancellationToken);
        foreach (var path in paths)
        {
            search.Add(path, unsaved ?? []);
        }

        return search.Result();
    }

    /// <summary>Whether a path names a file or a folder.</summary>
    public static bool Exists(string path, string currentDirectory)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var fullPath = Path.GetFullPath(path, currentDirectory);
        return File.Exists(fullPath) || Directory.Exists(fullPath);
    }

    private static bool IsStandardInput(string path) => string.Equals(path, "-", StringComparison.Ordinal);

    private void Add(string path, IReadOnlyCollection<string> unsaved)
    {
        if (IsStandardInput(path))
        {
            _files[DisplayPath.StandardInput] = new InputFile(null, DisplayPath.StandardInput, DescriptorExpectation.Expected, IsNamed: true);
            return;
        }

        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _currentDirectory));
        if (Directory.Exists(fullPath))
        {
            SearchFolder(fullPath);
            foreach (var file in unsaved.Where(file => !File.Exists(file) && IsReachable(fullPath, file)))
            {
                AddFound(file);
            }
        }
        else
        {
            // Whoever names a file expects it to be read, whatever it is called.
            _files[fullPath] = new InputFile(fullPath, DisplayPath.Of(fullPath, _currentDirectory), DescriptorExpectation.Expected, IsNamed: true);
            _passedOver.Remove(fullPath);
        }
    }

    private void SearchFolder(string root)
    {
        _roots.Add(root);
        var folders = new Stack<string>();
        folders.Push(root);
        while (folders.TryPop(out var folder))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var path in Entries(folder))
                {
                    if (_settings.Excludes(path))
                    {
                        continue;
                    }

                    if (Path.EndsInDirectorySeparator(path))
                    {
                        folders.Push(path);
                    }
                    else if (IsSettings(path))
                    {
                        _otherSettings.Add(path);
                    }
                    else
                    {
                        AddFound(path);
                    }
                }
            }
            catch (Exception error) when (FileFailure.IsAbout(error))
            {
                var shown = DisplayPath.Of(Path.TrimEndingDirectorySeparator(folder), _currentDirectory);
                _unsearched[shown] = new UnsearchedFolder(shown, FileFailure.Reason(error));
            }
        }
    }

    /// <summary>Whether the search of a folder would come to a file that is not on disk yet.</summary>
    private bool IsReachable(string root, string file)
    {
        var start = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        if (!file.StartsWith(start, StringComparison.Ordinal) || IsSettings(file) || _settings.Excludes(file))
        {
            return false;
        }

        for (var end = file.IndexOf(Path.DirectorySeparatorChar, start.Length); end >= 0; end = file.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            if (IsSkipped(Path.GetFileName(file.AsSpan(0, end))) || _settings.Excludes(file[..(end + 1)]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSettings(string path) => Path.GetFileName(path.AsSpan()).Equals(IsolationSettings.FileName, StringComparison.Ordinal);

    private void AddFound(string path)
    {
        if (_files.ContainsKey(path))
        {
            return;
        }

        if (DescriptorPatterns.Match(path) is { } expectation)
        {
            _files.Add(path, new InputFile(path, DisplayPath.Of(path, _currentDirectory), expectation, IsNamed: false));
        }
        else
        {
            _passedOver.Add(path);
        }
    }

    /// <summary>
    /// The files and subfolders of a folder, the latter with a separator at the end. Links to folders are left out: they lead in circles, or to
    /// what is found anyway.
    /// </summary>
    private static FileSystemEnumerable<string> Entries(string folder) =>
        new(folder, static (ref entry) => entry.IsDirectory ? PathOf(ref entry) + Path.DirectorySeparatorChar : PathOf(ref entry), Everything)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory || (!IsSkipped(entry.FileName) && !IsLink(ref entry)),
        };

    /// <summary>
    /// The path of an entry. The runtime tells an empty one where it would be longer than paths may be, and a folder of that name would be the root of
    /// the file system; what is really called so cannot be opened, which is told.
    /// </summary>
    private static string PathOf(ref FileSystemEntry entry) => Path.Join(entry.Directory, entry.FileName);

    private static bool IsSkipped(ReadOnlySpan<char> name) => name is ".git" or "node_modules";

    /// <summary>Not every reparse point is a link: cloud storage marks ordinary folders so.</summary>
    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Directory.Length + entry.FileName.Length + 1 < LongestPath && (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;

    private InputSet Result()
    {
        var files = new List<InputFile>(_files.Values);
        files.Sort(static (left, right) => string.CompareOrdinal(left.DisplayPath, right.DisplayPath));
        var unsearched = new List<UnsearchedFolder>(_unsearched.Values);
        unsearched.Sort(static (left, right) => string.CompareOrdinal(left.DisplayPath, right.DisplayPath));
        var governing = _settings.IsNone ? null : Path.GetFullPath(_settings.Path, _currentDirectory);
        return new InputSet(files, unsearched, _passedOver.Count)
        {
            Roots = new InputRoots(_settings.IsNone ? _roots : [.. _roots, Path.GetDirectoryName(governing)!]),
            OtherSettings = [.. _otherSettings.Where(path => !string.Equals(path, governing, StringComparison.Ordinal))],
        };
    }
}
