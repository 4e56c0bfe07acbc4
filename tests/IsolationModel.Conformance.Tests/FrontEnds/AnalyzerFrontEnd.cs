using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>The compiler: an empty program with the file among its additional files.</summary>
internal sealed class AnalyzerFrontEnd : IFrontEnd
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the compiler is told beside its input: severities by id.</summary>
    public CSharpCompilationOptions Options { get; init; } = new(OutputKind.DynamicallyLinkedLibrary);

    public bool Takes(ExampleInput input) => !input.IsOverlay && !input.IsSettings;

    public async Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input)
    {
        if (input.IsCode)
        {
            return await CodeProgram.Judge(input, Options);
        }

        var files = ImmutableArray.Create<AdditionalText>([new File(input.FileName, input.Bytes), .. input.Others.Select(other => new File(other.FileName, other.Bytes))]);
        if (input.Overlay is not null)
        {
            files = files.Add(new File(ExampleInput.AppliedOverlayName, Encoding.UTF8.GetBytes(input.Overlay)));
        }

        var diagnostics = await CSharpCompilation.Create("Example", options: Options)
            .WithAnalyzers([new DescriptorAnalyzer()], new AnalyzerOptions(files))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return ObservedFinding.Sort(diagnostics.Select(diagnostic => Observe(diagnostic, [.. input.Names])));
    }

    /// <summary>A diagnostic, reduced to what is compared.</summary>
    public static ObservedFinding Observe(Diagnostic diagnostic, params string[] fileNames)
    {
        var span = diagnostic.Location.GetLineSpan();
        Assert.Contains(span.Path, fileNames);
        return new ObservedFinding(
            diagnostic.Id,
            diagnostic.Severity.ToString().ToLowerInvariant(),
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>An additional file, decoded as the compiler decodes it: what is not UTF-8 is taken for one byte a character.</summary>
    internal sealed class File(string path, byte[]? bytes) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            if (bytes is null)
            {
                return null;
            }

            try
            {
                return SourceText.From(bytes, bytes.Length, StrictUtf8);
            }
            catch (DecoderFallbackException)
            {
                return SourceText.From(bytes, bytes.Length, Encoding.Latin1);
            }
        }
    }
}
