using IsolationModel.Cli.Output;
using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Input;

/// <summary>Reads descriptor files on all cores. Texts are not kept: what remains of a file is what was found in it.</summary>
internal static class DescriptorLoader
{
    /// <summary>How many bytes of a file tell what it is.</summary>
    private const int HeadLength = 4096;

    /// <summary>How often a file is read that changes meanwhile: who writes one in place is done the next moment.</summary>
    private const int MostAttempts = 3;

    /// <summary>How long a stopped run waits for files that are being read; a pipe may never end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Reads them, without what they say only together; the result is in the order of the files, however the cores share the work, and behind them are the
    /// folders that could not be searched. Where reading is stopped, the result is what was read by then.
    /// </summary>
    /// <param name="inputs">What to read.</param>
    /// <param name="host">Opens files and standard input.</param>
    /// <param name="progress">Is told of every file that was read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped before anything was read.</exception>
    public static LoadedInput Read(InputSet inputs, ToolHost host, ReadingProgress progress, CancellationToken cancellationToken)
    {
        if (!KeepsDocuments(inputs))
        {
            return Read(inputs, (input, _, stop) => Load(input, inputs.Roots, keepsDocuments: false, host, stop), progress, cancellationToken);
        }

        // Read once more than needed, since they tell of which of all the others the documents are needed; they are few and small.
        var kustomizations = inputs.Files
            .Where(static input => input.FullPath is not null && DocumentRetention.IsKustomization(input.FullPath))
            .Select(input => KeyValuePair.Create(input.FullPath!, Load(input, inputs.Roots, keepsDocuments: true, host, cancellationToken)));
        var retention = new DocumentRetention(kustomizations);
        return Read(inputs, (input, _, stop) => retention.Keep(PathOf(input), Load(input, inputs.Roots, keepsDocuments: true, host, stop)), progress, cancellationToken);
    }

    /// <summary>Reads them in whatever way a single one is read.</summary>
    /// <param name="inputs">What to read.</param>
    /// <param name="load">Reads one, and keeps its documents where it is told so; called on several threads.</param>
    /// <param name="progress">Is told of every file that was read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped before anything was read.</exception>
    public static LoadedInput Read(InputSet inputs, Func<InputFile, bool, CancellationToken, DescriptorFile> load, ReadingProgress progress, CancellationToken cancellationToken)
    {
        var keepsDocuments = KeepsDocuments(inputs);
        var slots = new DescriptorFile?[inputs.Files.Count];
        var reading = Task.Run(() => Fill(slots, inputs.Files, keepsDocuments, load, progress, cancellationToken), CancellationToken.None);
        try
        {
            reading.Wait(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = Task.WaitAny([reading], Patience);
        }
        catch (AggregateException) when (cancellationToken.IsCancellationRequested)
        {
            // What stopped it is known, and so is what was read.
        }

        var files = new List<DescriptorFile>(slots.Length + inputs.Unsearched.Count);
        var read = new List<InputFile>(slots.Length);
        for (var i = 0; i < slots.Length; i++)
        {
            if (Volatile.Read(ref slots[i]) is { } file)
            {
                files.Add(file);
                read.Add(inputs.Files[i]);
            }
        }

        var unread = slots.Length - read.Count;
        if (unread > 0 && read.Count == 0)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        files.AddRange(inputs.Unsearched.Select(static folder => DescriptorReader.Unreadable(folder.DisplayPath, $"this folder cannot be searched: {folder.Reason}")));
        return new LoadedInput(inputs with { Files = read }, [.. files], unread);
    }

    /// <summary>Reads one of the inputs anew, with another text than that of its file.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Read(InputSet inputs, InputFile input, string text, CancellationToken cancellationToken) =>
        DescriptorReader.Read(input.DisplayPath, text, input.Expectation, KeepsDocuments(inputs), cancellationToken);

    /// <summary>Whether the files of a run are read with their documents kept.</summary>
    public static bool KeepsDocuments(InputSet inputs) => DescriptorLinker.NeedsDocuments(Paths(inputs));

    /// <summary>Puts together what files say only together; the result is in their order.</summary>
    /// <param name="inputs">What was read.</param>
    /// <param name="files">The files as they were read one by one.</param>
    /// <param name="composeProjects">Compose files that are loaded together, as full paths.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<DescriptorFile> Link(
        InputSet inputs, IReadOnlyList<DescriptorFile> files, IReadOnlyList<IReadOnlyList<string>> composeProjects, CancellationToken cancellationToken) =>
        DescriptorLinker.Link(files, Paths(inputs), composeProjects, cancellationToken);

    private static List<string> Paths(InputSet inputs) => [.. inputs.Files.Select(PathOf), .. inputs.Unsearched.Select(static folder => folder.DisplayPath)];

    private static string PathOf(InputFile input) => input.FullPath ?? input.DisplayPath;

    private static void Fill(
        DescriptorFile?[] slots, IReadOnlyList<InputFile> inputs, bool keepsDocuments, Func<InputFile, bool, CancellationToken, DescriptorFile> load, ReadingProgress progress, CancellationToken cancellationToken)
    {
        if (slots.Length == 1)
        {
            Volatile.Write(ref slots[0], load(inputs[0], keepsDocuments, cancellationToken));
            return;
        }

        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, slots.Length, options, i =>
        {
            Volatile.Write(ref slots[i], load(inputs[i], keepsDocuments, cancellationToken));
            progress.Advance();
        });
    }

    /// <summary>Reads one file from disk, or standard input.</summary>
    /// <param name="input">The file.</param>
    /// <param name="roots">The folders out of which no link leads.</param>
    /// <param name="keepsDocuments">Whether its documents are kept.</param>
    /// <param name="host">Opens it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Load(InputFile input, InputRoots roots, bool keepsDocuments, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            if (input.FullPath is null)
            {
                using var stream = host.Input();
                return Read(input, stream, expected: 0, keepsDocuments, cancellationToken) ?? throw new InvalidOperationException("Of standard input no length is known.");
            }

            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var info = new FileInfo(input.FullPath);
                var length = info.Length;
                if (FileOpening.IsLink(info))
                {
                    if (!input.IsNamed && !roots.Hold(input.FullPath))
                    {
                        // Told whatever it is called: it is not looked into, so nobody knows that it is no descriptor.
                        return DescriptorReader.Unreadable(input.DisplayPath, "it is a link that leads out of what is checked; name it, and it is judged");
                    }

                    // What is named may lead to a pipe, of which no length is known (/dev/fd/63).
                    length = input.IsNamed ? 0 : FileOpening.LengthOf(info);
                }

                if (length == 0 && !input.IsNamed && !OperatingSystem.IsWindows())
                {
                    return DescriptorReader.Read(input.DisplayPath, string.Empty, input.Expectation, cancellationToken);
                }

                if (length > DescriptorLimits.FileSize && input.Expectation == DescriptorExpectation.Expected)
                {
                    return DescriptorReader.TooLarge(input.DisplayPath);
                }

                using var file = host.OpenFile(input.FullPath);
                // What is named is opened whatever it is; once open, a file tells its length, and a pipe that it has none.
                length = length == 0 && file.CanSeek ? file.Length : length;
                if (Read(input, file, length, keepsDocuments, cancellationToken) is { } read)
                {
                    return read;
                }
            }

            return DescriptorReader.Unreadable(input.DisplayPath, "it changes while it is read");
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            return DescriptorReader.Unreadable(input.DisplayPath, FileFailure.Reason(error), input.Expectation);
        }
    }

    /// <summary>Reads a stream to its end; null where a file ended elsewhere than its length said: half of it would pass for the whole.</summary>
    private static DescriptorFile? Read(InputFile input, Stream stream, long expected, bool keepsDocuments, CancellationToken cancellationToken)
    {
        var limit = expected > DescriptorLimits.FileSize ? HeadLength : DescriptorLimits.FileSize;
        using var content = BoundedReader.ReadUntilFailure(stream, expected, limit, cancellationToken);
        if (content.Failure is { } failure)
        {
            return DescriptorReader.Unreadable(input.DisplayPath, FileFailure.Reason(failure), input.Expectation, Head(content));
        }

        if (content.IsTooLarge)
        {
            return DescriptorReader.TooLarge(input.DisplayPath, input.Expectation, Head(content));
        }

        // Pipes, and files that the system makes up, have no length.
        if (expected > 0 && content.Count != expected)
        {
            return null;
        }

        var text = TextDecoder.Decode(content.Bytes, content.Count, out var invalidAt);
        return text is null
            ? DescriptorReader.NotText(input.DisplayPath, content.Bytes, content.Count, invalidAt, input.Expectation, cancellationToken)
            : DescriptorReader.Read(input.DisplayPath, text, input.Expectation, keepsDocuments, cancellationToken);
    }

    private static string Head(BoundedReader content) => TextDecoder.DecodeLeniently(content.Bytes, Math.Min(content.Count, HeadLength));
}
