using IsolationModel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>Reads the product's own expressions: typed members by their marks, entries that are found by a constant id, and needs.</summary>
internal static class DescriptorWords
{
    /// <summary>What an expression says; null where it is none of the product's.</summary>
    public static DataNode? Read(ValueReader values, IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => Entry(property, operation),
        IPropertyReferenceOperation { Property.Name: "Required" or "Excluded" } => NeedReader.Requirement(values, operation),
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } field } => Entry(field, operation),
        IInvocationOperation call when IsFind(call) => Found(values, call),
        IInvocationOperation call => NeedReader.Read(values, call),
        IBinaryOperation => NeedReader.Requirement(values, operation),
        _ => null,
    };

    /// <summary>A text that names an entry of the model.</summary>
    public static DataScalar Word(IOperation operation, string text) => new(CodeFile.RangeOf(operation.Syntax), text, isPlain: false, contentStart: -1);

    /// <summary><c>Technologies.Find("gvisor")</c>, <c>model.Find("gvisor")</c>: an entry of a catalogue by its id.</summary>
    public static bool IsFind(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Find", Parameters: [{ Type.SpecialType: SpecialType.System_String }] } method, Arguments.Length: 1 }
        && (SdkTypes.Is(method.ContainingType, SdkTypes.Model) || method is { IsStatic: true, ReturnType: { } found } && IsEntry(found) && HasEntries(method.ContainingType));

    private static bool IsEntry(ITypeSymbol type) => SdkTypes.Is(type, "Technology") || SdkTypes.Is(type, "Platform");

    /// <summary>Catalogues are generated; their members bear marks.</summary>
    private static bool HasEntries(INamedTypeSymbol type) => type.GetMembers().Any(static member => member is IPropertySymbol && SdkTypes.EntryOf(member) is not null);

    private static DataScalar? Entry(ISymbol member, IOperation operation) => SdkTypes.EntryOf(member) is { } entry ? Word(operation, entry.Id) : null;

    private static DataScalar? Found(ValueReader values, IInvocationOperation call) =>
        ValueReader.Target(values.Read(call.Arguments[0].Value)) is DataScalar { IsUnresolved: false, IsNull: false } id ? Word(call, id.Value) : null;
}
