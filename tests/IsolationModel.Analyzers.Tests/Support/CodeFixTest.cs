using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>
/// Applies a fix to C# code: <c>{|ISM1001:text|}</c> says what is reported on which characters, before and after. The testing library also checks that
/// "fix all" of a document, a project and a solution do the same.
/// </summary>
internal sealed class CodeFixTest<TProvider> : CSharpCodeFixTest<DescriptorAnalyzer, TProvider, DefaultVerifier>
    where TProvider : CodeFixProvider, new()
{
    public CodeFixTest(string code, string mended, string? key = null)
    {
        (TestCode, FixedCode) = (code.ReplaceLineEndings("\n"), mended.ReplaceLineEndings("\n"));
        CodeActionEquivalenceKey = key;
        FixedState.MarkupHandling = MarkupMode.Allow;
        BatchFixedState.MarkupHandling = MarkupMode.Allow;
        // The running framework is reference enough, and nothing has to be restored at run time.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange([.. Libraries.Framework, .. Libraries.Sdk]);
        // The library annotates what may be null; the code under test does not.
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        OptionsTransforms.Add(options => options.WithChangedOption(Microsoft.CodeAnalysis.Formatting.FormattingOptions.NewLine, Microsoft.CodeAnalysis.LanguageNames.CSharp, "\n"));
    }

    public Task Check() => RunAsync(TestContext.Current.CancellationToken);
}
