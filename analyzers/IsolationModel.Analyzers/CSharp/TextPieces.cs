using System.Text;
using IsolationModel.Data;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Takes a text apart that code puts together: constants, interpolations, concatenations, and variables that hold such.</summary>
internal sealed class TextPieces
{
    private const int DeepestNesting = 32;

    /// <summary>Variables that hold each other's texts could multiply without end.</summary>
    private const int MostPieces = 1_000;

    private readonly List<TextPiece> _pieces = [];
    private readonly ValueReader _values;

    private TextPieces(ValueReader values) => _values = values;

    /// <summary>The pieces of a text, in order.</summary>
    public static IReadOnlyList<TextPiece> Of(ValueReader values, IOperation text)
    {
        var pieces = new TextPieces(values);
        pieces.Add(text, 0);
        return pieces._pieces;
    }

    /// <summary>The text as one value. Where a piece is not known, a placeholder stands for it, so that what is known around it still counts.</summary>
    public static DataScalar Join(IReadOnlyList<TextPiece> pieces, TextRange range)
    {
        var text = new StringBuilder();
        var isOpen = false;
        foreach (var piece in pieces)
        {
            text.Append(piece.Text);
            isOpen |= piece.IsOpen;
        }

        return new DataScalar(range, text.ToString(), isPlain: false, contentStart: -1, isOpen);
    }

    private void Add(IOperation text, int depth)
    {
        if (_pieces.Count >= MostPieces)
        {
            return;
        }

        var operation = ValueReader.Strip(text)!;
        switch (operation)
        {
            case { ConstantValue.HasValue: false } when depth >= DeepestNesting:
                AddOpen(operation);
                break;
            case IInterpolatedStringOperation { ConstantValue.HasValue: false } interpolated:
                foreach (var part in interpolated.Parts)
                {
                    AddPart(part, depth);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum when depth < DeepestNesting:
                Add(sum.LeftOperand, depth + 1);
                Add(sum.RightOperand, depth + 1);
                break;
            case ILocalReferenceOperation { ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String } local
                when _values.File.BodyOf(local).ValueOf(local.Local) is { } value && !value.Syntax.Span.Contains(local.Syntax.Span):
                Add(value, depth + 1);
                break;
            default:
                AddScalar(operation);
                break;
        }
    }

    private void AddPart(IInterpolatedStringContentOperation part, int depth)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax { TextToken: var token } }:
                _pieces.Add(new TextPiece(token.ValueText, token.Text == token.ValueText ? token.SpanStart : -1, token.Span, IsOpen: false));
                break;
            case IInterpolationOperation { FormatString: null, Alignment: null } hole:
                var first = _pieces.Count;
                Add(hole.Expression, depth + 1);
                for (var i = first; i < _pieces.Count; i++)
                {
                    // It stands in the text with its braces.
                    _pieces[i] = _pieces[i] with { Start = -1, Span = hole.Syntax.Span };
                }

                break;
            default:
                AddOpen(part);
                break;
        }
    }

    private void AddScalar(IOperation operation)
    {
        var value = _values.Read(operation);
        if (ValueReader.Target(value) is DataScalar { IsUnresolved: false } scalar)
        {
            // Behind a name the text stands elsewhere; it is told where the name stands.
            var isHere = ReferenceEquals(value, scalar) && operation.Syntax is LiteralExpressionSyntax;
            _pieces.Add(new TextPiece(scalar.IsNull ? string.Empty : scalar.Value, isHere ? scalar.ContentStart : -1, operation.Syntax.Span, IsOpen: false));
        }
        else
        {
            AddOpen(operation);
        }
    }

    private void AddOpen(IOperation operation)
    {
        var name = new string(Array.FindAll(CodeText.Short(operation.Syntax).ToCharArray(), static c => char.IsLetterOrDigit(c) || c is '_' or '.'));
        _pieces.Add(new TextPiece($"${{{name}}}", -1, operation.Syntax.Span, IsOpen: true));
    }
}
