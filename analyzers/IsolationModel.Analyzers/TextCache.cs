using System.Collections.Concurrent;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>
/// What was made of a text, kept as long as the text itself: an editor that judges a project again at each key stroke reads only the files
/// that changed.
/// </summary>
internal sealed class TextCache(AnalysisContext context)
{
    // Static, because provider and text together are the key. The values are tables, because two files may have one and the same text.
    private static readonly SourceTextValueProvider<ConcurrentDictionary<(string Path, DescriptorExpectation Expectation, bool KeepsDocuments), DescriptorFile>> Descriptors =
        new(static _ => new ConcurrentDictionary<(string Path, DescriptorExpectation Expectation, bool KeepsDocuments), DescriptorFile>());

    private static readonly SourceTextValueProvider<ExtendedModel> Models = new(static _ => new ExtendedModel());

    private static readonly Lazy<ModelIndex> BuiltIn = new(static () => new ModelIndex(BuiltInModel.Definition));

    /// <summary>Reads a descriptor, once.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped; nothing is kept then.</exception>
    public DescriptorFile Read(string path, SourceText text, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken)
    {
        if (!context.TryGetValue(text, Descriptors, out var files))
        {
            return DescriptorText.Read(path, text, expectation, keepsDocuments, cancellationToken);
        }

        var key = (path, expectation, keepsDocuments);
        return files.TryGetValue(key, out var known) ? known : files.GetOrAdd(key, DescriptorText.Read(path, text, expectation, keepsDocuments, cancellationToken));
    }

    /// <summary>
    /// The model that judges: the built-in one with the overlays on it, read once as long as all of them stay the same. What an overlay has
    /// wrong is the generator's to tell; here its right entries count.
    /// </summary>
    public ModelIndex Model(IReadOnlyList<(string Path, SourceText Text)> overlays)
    {
        if (overlays.Count == 0)
        {
            return BuiltIn.Value;
        }

        return context.TryGetValue(overlays[0].Text, Models, out var model) ? model.Of(overlays) : ExtendedModel.Read(overlays);
    }

    /// <summary>The last model that was made of overlays of which one certain text is the first.</summary>
    private sealed class ExtendedModel
    {
        private readonly object _gate = new();
        private IReadOnlyList<(string Path, SourceText Text)> _overlays = [];
        private ModelIndex? _model;

        public static ModelIndex Read(IReadOnlyList<(string Path, SourceText Text)> overlays) =>
            new(ModelReader.Extend(BuiltInModel.Definition, overlays.Select(overlay => new ModelText(overlay.Path, overlay.Text.ToString()))).Model);

        public ModelIndex Of(IReadOnlyList<(string Path, SourceText Text)> overlays)
        {
            lock (_gate)
            {
                if (_model is null || !_overlays.SequenceEqual(overlays))
                {
                    (_overlays, _model) = (overlays, Read(overlays));
                }

                return _model;
            }
        }
    }
}
