using IsolationModel.Data;

namespace IsolationModel.Descriptors;

/// <summary>A format of deployment descriptors: turns documents into workloads. Formats have no state, so threads may share them.</summary>
internal interface IDescriptorFormat
{
    /// <summary>A cheap test on the whole text; false means that no document of this format can be in it.</summary>
    bool MayContain(string text);

    /// <summary>Adds what a document holds to the file; false when the document is not of this format.</summary>
    bool TryRead(DataCursor document, DescriptorFileBuilder file);
}
